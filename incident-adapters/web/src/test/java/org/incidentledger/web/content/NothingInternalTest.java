package org.incidentledger.web.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.embedded.Sealing;
import org.incidentledger.web.Client;
import org.incidentledger.web.RealScene;
import org.incidentledger.web.Scene;
import org.incidentledger.web.export.SiteExport;
import org.incidentledger.web.feed.ApiAnswers;
import org.incidentledger.web.page.SiteOptions;
import org.incidentledger.web.server.SiteServer;
import org.incidentledger.web.site.LiveSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills, findings, sealed values and actors are in no page, feed, answer or file that the public gets: all of them are read. */
class NothingInternalTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)");
    private static final List<String> SECRETS = Stream.concat(
                    Scene.SECRETS.stream(), Stream.of("service/mirror", "client/4711", "sealed-reporter", "2026-drill"))
            .toList();
    private static final SiteOptions OPTIONS =
            SiteOptions.DEFAULT.withAddress(URI.create("https://status.example.org"));

    /** Proofs are hashes, one for each entry: enough when some of them are read. */
    private static final int PROOFS = 30;

    @TempDir
    Path folder;

    @Test
    void of_a_small_company_is_anywhere() throws IOException {
        reveal(Scene::full, 60);
    }

    @Test
    void of_a_real_history_with_drills_is_anywhere() throws IOException {
        reveal(RealScene::told, 800);
    }

    private void reveal(Supplier<Scene> told, int atLeast) throws IOException {
        try (Scene scene = told.get()) {
            String component = scene.ledger
                    .views()
                    .of(new org.incidentledger.projections.status.ComponentProjection())
                    .all()
                    .findFirst()
                    .orElseThrow()
                    .id();
            keepInside(scene, component);
            scene.settle();
            try (SiteServer server = scene.serve(OPTIONS);
                    Client client = new Client(server.address())) {
                assertThat(readAll(server, client)).isGreaterThan(atLeast);
            }
            try (LiveSite site = LiveSite.follow(scene.ledger, scene.clock, notice -> {})) {
                assertThat(new SiteExport(scene.ledger, OPTIONS, folder)
                                .write(site.now())
                                .written())
                        .isPositive();
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRETS);
            }
        }
    }

    /** A drill with every sign of a public incident, and a public one with everything that is not public of it. */
    private static void keepInside(Scene scene, String component) {
        Instant now = scene.clock.instant();
        IncidentId drill = new IncidentId("2026-drill-2");
        scene.send(
                now.toString(),
                Scene.report(
                        drill,
                        "drill-title",
                        IncidentKind.AVAILABILITY,
                        Severity.CRITICAL,
                        component,
                        ComponentStatus.MAJOR_OUTAGE,
                        true));
        scene.as("staff/ada").send(Scene.post(drill, "u1", PublicStatus.INVESTIGATING, "drill-title"));
        IncidentId open = new IncidentId("open-with-secrets");
        Sealing sealing = scene.ledger.sealing();
        scene.as("staff/ada")
                .with(sealing)
                .send(Scene.report(
                                open,
                                "A public title",
                                IncidentKind.ABUSE,
                                Severity.MAJOR,
                                component,
                                ComponentStatus.PARTIAL_OUTAGE,
                                false)
                        .reportedBy(sealing.seal(new ActorRef("client/4711"), "sealed-reporter")))
                .receipt();
        scene.send(now.toString(), Scene.post(open, "u1", PublicStatus.INVESTIGATING, "A public text"));
        scene.send(now.toString(), new RecordCommand.RecordFinding(open, "internal-finding", List.of(), null));
    }

    private static int readAll(SiteServer server, Client client) {
        Set<String> seen = new HashSet<>();
        Deque<String> todo = new ArrayDeque<>(List.of(
                "",
                "history.rss",
                "history.atom",
                "maintenance.ics",
                "checkpoint",
                "search/?q=",
                "report/",
                "console/login/",
                "nothing-here",
                "incidents/2026-drill/",
                "api/v2/incidents/2026-drill-2.json",
                "api/openapi.json",
                "api/changes.json",
                "api/changes.json?after=20",
                "api/changes.json?after=2500"));
        ApiAnswers.names().forEach(name -> todo.add("api/v2/" + name));
        int proofs = 0;
        while (!todo.isEmpty()) {
            String path = todo.pop();
            proofs += path.startsWith("proof/") ? 1 : 0;
            if ((path.startsWith("proof/") && proofs > PROOFS) || !seen.add(path)) {
                continue;
            }
            String body = client.get(path).body();
            assertThat(body).as("/" + path).doesNotContain(SECRETS);
            LINK.matcher(body)
                    .results()
                    .map(link -> server.address().resolve("/" + path).resolve(link.group(1)))
                    .filter(link -> server.address().getAuthority().equals(link.getAuthority()))
                    .forEach(link -> todo.push(link.getPath().substring(1)));
            if (path.startsWith("incidents/") && path.split("/", -1).length == 3) {
                todo.add("api/v2/" + path.substring(0, path.length() - 1) + ".json");
            }
            if (path.startsWith("components/") && path.endsWith("/")) {
                todo.addAll(List.of(path + "history.atom", path + "history.rss"));
            }
        }
        return seen.size();
    }
}
