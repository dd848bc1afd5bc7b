package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.publication.UpdateId;
import org.junit.jupiter.api.Test;

/** Incidents stay in memory between commands; that must not be noticed but by the clock. */
class AggregateCacheTest {
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final int MORE_THAN_ARE_KEPT = 1_100;

    private static LifecycleCommand.ReportIncident report(IncidentId id) {
        return LifecycleCommand.ReportIncident.of(id, "Unknown login", IncidentKind.SECURITY_EVENT, Severity.MAJOR);
    }

    @Test
    void an_incident_that_was_forgotten_is_read_again() {
        try (IncidentLedger ledger = IncidentLedger.inMemory(LedgerOptions.defaults())) {
            for (int i = 0; i < MORE_THAN_ARE_KEPT; i++) {
                ledger.as(ADA).send(report(new IncidentId("i" + i))).receipt();
            }
            for (String id : List.of("i0", "i" + (MORE_THAN_ARE_KEPT - 1))) {
                ledger.as(ADA)
                        .send(new LifecycleCommand.AcknowledgeIncident(new IncidentId(id)))
                        .receipt();
                assertThat(ledger.as(ADA).send(new LifecycleCommand.AcknowledgeIncident(new IncidentId(id))))
                        .isInstanceOf(Outcome.Refused.class);
            }
        }
    }

    @Test
    void many_callers_of_one_incident_lose_no_update() throws Exception {
        IncidentId id = new IncidentId("busy");
        try (IncidentLedger ledger = IncidentLedger.inMemory(LedgerOptions.defaults());
                ExecutorService callers = Executors.newFixedThreadPool(8)) {
            ledger.as(ADA).send(report(id)).receipt();
            List<Callable<Outcome>> posts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                UpdateId update = new UpdateId("u" + i % 150);
                posts.add(() -> ledger.as(ADA)
                        .send(PublicationCommand.PostUpdate.of(id, update, PublicStatus.INVESTIGATING, "Text.")));
            }
            int accepted = 0;
            for (Future<Outcome> outcome : callers.invokeAll(posts)) {
                accepted += outcome.get() instanceof Outcome.Accepted ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(150);
            assertThat(ledger.reader().readStream(Streams.of(id), 0, 1_000)).hasSize(151);
        }
    }
}
