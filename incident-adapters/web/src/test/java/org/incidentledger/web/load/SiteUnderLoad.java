package org.incidentledger.web.load;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.web.Client;
import org.incidentledger.web.Scene;
import org.incidentledger.web.export.SiteExport;
import org.incidentledger.web.page.SiteOptions;
import org.incidentledger.web.server.ServerOptions;
import org.incidentledger.web.server.SiteServer;
import org.incidentledger.web.site.LiveSite;

/**
 * The site of a large ledger, for a load generator: {@code serve FOLDER INCIDENTS PORT EVENTS-PER-SECOND SECONDS} appends meanwhile and
 * says how long the home page took to show what was appended; {@code export FOLDER INCIDENTS TARGET} writes the files and says how many
 * a second, {@code fill FOLDER INCIDENTS} only makes the ledger.
 */
final class SiteUnderLoad {
    private static final PrintStream OUT = System.out;

    private SiteUnderLoad() {}

    public static void main(String[] args) throws Exception {
        int incidents = Integer.parseInt(args[2]);
        try (IncidentLedger ledger = LargeLedger.open(Path.of(args[1]), incidents)) {
            switch (args[0]) {
                case "serve" -> serve(ledger, incidents, args);
                case "export" -> export(ledger, Path.of(args[3]));
                default -> OUT.println(ledger.head().size() + " entries");
            }
        }
    }

    private static void serve(IncidentLedger ledger, int incidents, String[] args) throws Exception {
        ServerOptions options = ServerOptions.loopback(Integer.parseInt(args[3]));
        int perSecond = Integer.parseInt(args[4]);
        try (SiteServer server = SiteServer.start(
                ledger,
                SiteOptions.DEFAULT.withAddress(URI.create("https://status.example.org")),
                options,
                null,
                Clock.systemUTC(),
                OUT::println)) {
            OUT.println("ready " + server.address());
            long end = System.nanoTime()
                    + Duration.ofSeconds(Long.parseLong(args[5])).toNanos();
            Thread asking = Thread.ofPlatform().daemon().start(() -> watch(ledger, server, incidents, end));
            append(ledger, incidents, perSecond, end);
            asking.join();
        }
    }

    /** Posts update after update about the newest incidents, in the rhythm that was asked for. */
    private static void append(IncidentLedger ledger, int incidents, int perSecond, long end) {
        long next = System.nanoTime();
        String run = Long.toString(next, Character.MAX_RADIX);
        int sent = 0;
        for (; perSecond > 0 && System.nanoTime() < end; sent++) {
            int number = incidents - 2 - sent % 200;
            int update = sent;
            Thread.startVirtualThread(() -> ledger.as(new ActorRef("staff/load"))
                    .send(Scene.post(
                            LargeLedger.id(number), run + "-" + update, PublicStatus.RESOLVED, "Still all right.")));
            next += 1_000_000_000L / perSecond;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        OUT.println("appended " + sent);
    }

    /** Twice a second renames the incident that the home page lists first, and asks for the page until it says so. */
    private static void watch(IncidentLedger ledger, SiteServer server, int incidents, long end) {
        List<Long> millis = new ArrayList<>();
        try (Client client = new Client(server.address())) {
            while (System.nanoTime() < end) {
                String title = "Case at " + System.nanoTime();
                ledger.as(new ActorRef("staff/load"))
                        .send(new org.incidentledger.core.incident.PublicationCommand.CorrectTitle(
                                LargeLedger.id(incidents - 1), title, "it is another moment"))
                        .receipt();
                long from = System.nanoTime();
                while (!client.get("").body().contains(title)) {
                    LockSupport.parkNanos(2_000_000);
                }
                millis.add((System.nanoTime() - from) / 1_000_000);
                LockSupport.parkNanos(500_000_000);
            }
        }
        Collections.sort(millis);
        OUT.println("an event shows after (ms): median %d, 99 of 100 %d, most %d, of %d"
                .formatted(
                        millis.get(millis.size() / 2),
                        millis.get((millis.size() - 1) * 99 / 100),
                        millis.getLast(),
                        millis.size()));
    }

    private static void export(IncidentLedger ledger, Path target) throws Exception {
        try (LiveSite site = LiveSite.follow(ledger, Clock.systemUTC(), OUT::println)) {
            SiteExport export = new SiteExport(
                    ledger, SiteOptions.DEFAULT.withAddress(URI.create("https://status.example.org")), target);
            for (int run = 0; run < 2; run++) {
                long from = System.nanoTime();
                SiteExport.Result result = export.write(site.now());
                double seconds = (System.nanoTime() - from) / 1e9;
                OUT.println("%,d made, %,d written in %.1f s: %,.0f a second, at most %,d MB of memory"
                        .formatted(
                                result.pages(),
                                result.written(),
                                seconds,
                                result.pages() / seconds,
                                Runtime.getRuntime().totalMemory() >> 20));
            }
        }
    }
}
