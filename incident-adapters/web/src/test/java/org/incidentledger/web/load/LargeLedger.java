package org.incidentledger.web.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.web.Scene;

/** A ledger of many incidents of the last three years, each with two public updates and its end. */
final class LargeLedger {
    private static final ActorRef ACTOR = new ActorRef("staff/load");
    private static final Duration YEARS = Duration.ofDays(3 * 365);
    private static final int COMPONENTS = 12;
    private static final int AT_ONCE = 256;

    private final IncidentLedger ledger;
    private final Instant end = Instant.now().minus(Duration.ofHours(2));

    private LargeLedger(IncidentLedger ledger) {
        this.ledger = ledger;
    }

    /** Opens the ledger in a folder, and fills it when it is empty. */
    static IncidentLedger open(Path folder, int incidents) throws InterruptedException, ExecutionException {
        IncidentLedger ledger = IncidentLedger.open(folder, LedgerOptions.defaults());
        if (ledger.head().size() == 0) {
            new LargeLedger(ledger).fill(incidents);
        }
        ledger.await(ledger.head().size() - 1, Duration.ofMinutes(30));
        return ledger;
    }

    private void fill(int incidents) throws InterruptedException, ExecutionException {
        CommandSender sender = ledger.as(ACTOR);
        sender.send(new CatalogCommand.DescribePage(
                        new PageDescription("Northwind Hosting", "https://northwind.example", "Europe/Berlin", null)))
                .receipt();
        for (int i = 0; i < COMPONENTS; i++) {
            sender.send(new CatalogCommand.AddComponent(
                            component(i),
                            new ComponentDescription(
                                    "Virtual server web-" + i, ComponentKind.NODE, "Rack " + i / 4, null, i),
                            null))
                    .receipt();
        }
        Semaphore free = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < incidents; i++) {
                int number = i;
                free.acquire();
                done.add(threads.submit(() -> {
                    try {
                        tell(number, incidents);
                    } finally {
                        free.release();
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
    }

    private void tell(int number, int of) {
        Instant began = end.minus(YEARS).plus(YEARS.multipliedBy(number).dividedBy(of));
        IncidentId id = id(number);
        ComponentStatus status =
                number % 5 == 0 ? ComponentStatus.PARTIAL_OUTAGE : ComponentStatus.DEGRADED_PERFORMANCE;
        CommandSender sender = ledger.as(ACTOR);
        sender.at(began)
                .send(Scene.report(
                        id,
                        "Slow answers of web-" + number % COMPONENTS + ", case " + number,
                        IncidentKind.AVAILABILITY,
                        number % 5 == 0 ? Severity.MAJOR : Severity.MINOR,
                        component(number).value(),
                        status,
                        false))
                .receipt();
        sender.at(began.plusSeconds(240))
                .send(Scene.post(
                        id,
                        "u1",
                        PublicStatus.INVESTIGATING,
                        "We see slow answers of **this server** and look for the cause."))
                .receipt();
        sender.at(began.plusSeconds(1_500))
                .send(new LifecycleCommand.ResolveIncident(id, "a full queue", true))
                .receipt();
        sender.at(began.plusSeconds(1_560))
                .send(Scene.post(
                        id, "u2", PublicStatus.RESOLVED, "A queue was full. It is empty again, and has an alarm now."))
                .receipt();
    }

    static IncidentId id(int number) {
        return new IncidentId("case-" + number);
    }

    private static ComponentId component(int number) {
        return new ComponentId("web-" + number % COMPONENTS);
    }
}
