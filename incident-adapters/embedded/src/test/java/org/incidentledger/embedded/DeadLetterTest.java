package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.embedded.SmallReports.report;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final DataSource dataSource = Databases.inMemory();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final CountedStreams counts = new CountedStreams(
            event -> broken.get() && event.stream().toString().contains("bad"));
    private final LedgerOptions options =
            LedgerOptions.defaults().withNotary(new MemoryNotary()).withProjection(counts);

    @Test
    void an_event_that_a_view_cannot_fold_waits_and_other_streams_go_on() {
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
            broken.set(true);
            report(ledger, "bad-1");
            acknowledge(ledger, "bad-1");
            ledger.await(report(ledger, "good-1"), SOON);

            assertThat(ledger.deadLetters()).isEqualTo(Map.of("counts", 2L));
            assertThat(ledger.views().of(counts).all()).containsExactly(new CountedStreams.Count("incident/good-1", 1));
        }
    }

    @Test
    void once_the_cause_is_mended_it_is_folded_in_the_order_of_its_stream_also_after_a_restart() {
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
            broken.set(true);
            report(ledger, "bad-1");
            report(ledger, "bad-2");
            ledger.await(acknowledge(ledger, "bad-1"), SOON);
            assertThat(ledger.retryDeadLetters()).isEqualTo(3);
        }
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
            broken.set(false);
            assertThat(ledger.retryDeadLetters()).isZero();
            assertThat(ledger.views().of(counts).all())
                    .containsExactly(
                            new CountedStreams.Count("incident/bad-1", 2),
                            new CountedStreams.Count("incident/bad-2", 1));
        }
    }

    @Test
    void a_rebuild_folds_everything_again_and_leaves_none() {
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
            broken.set(true);
            long last = report(ledger, "bad-1");
            ledger.await(last, SOON);
            broken.set(false);
            ledger.rebuild();
            ledger.await(last, SOON);

            assertThat(ledger.deadLetters()).isEmpty();
            assertThat(ledger.views().of(counts).all()).containsExactly(new CountedStreams.Count("incident/bad-1", 1));
        }
    }

    private static long acknowledge(IncidentLedger ledger, String id) {
        return ledger.as(ADA)
                .send(new LifecycleCommand.AcknowledgeIncident(new IncidentId(id)))
                .receipt()
                .lastPosition();
    }
}
