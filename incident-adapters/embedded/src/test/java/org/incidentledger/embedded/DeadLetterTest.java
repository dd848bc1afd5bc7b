package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.embedded.SmallReports.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.projections.replay.Projection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final DataSource dataSource = Databases.inMemory();
    private final Counts counts = new Counts();
    private final LedgerOptions options =
            LedgerOptions.defaults().withNotary(new MemoryNotary()).withProjection(counts);

    @Test
    void an_event_that_a_view_cannot_fold_waits_and_other_streams_go_on() {
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
            counts.broken.set(true);
            report(ledger, "bad-1");
            acknowledge(ledger, "bad-1");
            ledger.await(report(ledger, "good-1"), SOON);

            assertThat(ledger.deadLetters()).isEqualTo(Map.of("counts", 2L));
            assertThat(ledger.views().of(counts).all()).containsExactly(new Count("incident/good-1", 1));
        }
    }

    @Test
    void once_the_cause_is_mended_it_is_folded_in_the_order_of_its_stream_also_after_a_restart() {
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
            counts.broken.set(true);
            report(ledger, "bad-1");
            report(ledger, "bad-2");
            ledger.await(acknowledge(ledger, "bad-1"), SOON);
            assertThat(ledger.retryDeadLetters()).isEqualTo(3);
        }
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
            counts.broken.set(false);
            assertThat(ledger.retryDeadLetters()).isZero();
            assertThat(ledger.views().of(counts).all())
                    .containsExactly(new Count("incident/bad-1", 2), new Count("incident/bad-2", 1));
        }
    }

    @Test
    void a_rebuild_folds_everything_again_and_leaves_none() {
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
            counts.broken.set(true);
            long last = report(ledger, "bad-1");
            ledger.await(last, SOON);
            counts.broken.set(false);
            ledger.rebuild();
            ledger.await(last, SOON);

            assertThat(ledger.deadLetters()).isEmpty();
            assertThat(ledger.views().of(counts).all()).containsExactly(new Count("incident/bad-1", 1));
        }
    }

    private static long acknowledge(IncidentLedger ledger, String id) {
        return ledger.as(ADA)
                .send(new LifecycleCommand.AcknowledgeIncident(new IncidentId(id)))
                .receipt()
                .lastPosition();
    }

    record Count(String stream, int events) {}

    /** Counts the events of each stream, and chokes on some while it is broken. */
    private static final class Counts implements Projection<Count> {
        final AtomicBoolean broken = new AtomicBoolean();

        @Override
        public String name() {
            return "counts";
        }

        @Override
        public Class<Count> documentType() {
            return Count.class;
        }

        @Override
        public List<String> keys(RecordedEvent event) {
            return List.of(event.stream().toString());
        }

        @Override
        public Count apply(String key, @Nullable Count before, RecordedEvent event) {
            if (broken.get() && key.contains("bad")) {
                throw new IllegalStateException("cannot count " + key);
            }
            return new Count(key, before == null ? 1 : before.events() + 1);
        }
    }
}
