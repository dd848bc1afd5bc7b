package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.embedded.SmallReports.report;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwaitMoreTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final List<Projection<?>> TIMELINE = List.of(new TimelineProjection());

    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void who_follows_is_woken_by_the_next_entry() throws InterruptedException {
        try (IncidentLedger ledger = IncidentLedger.inMemory(LedgerOptions.defaults())) {
            long first = report(ledger, "one");
            ledger.await(first, LONG);
            CompletableFuture<Long> second = CompletableFuture.supplyAsync(() -> report(ledger, "two"));
            assertThat(ledger.awaitMore(first + 1, TIMELINE, LONG)).isEqualTo(second.join() + 1);
        }
    }

    @Test
    void when_nothing_comes_it_tells_what_there_is() throws InterruptedException {
        try (IncidentLedger ledger = IncidentLedger.inMemory(LedgerOptions.defaults())) {
            long first = report(ledger, "one");
            ledger.await(first, LONG);
            assertThat(ledger.awaitMore(first + 1, TIMELINE, Duration.ofMillis(1)))
                    .isEqualTo(first + 1);
        }
    }

    /** A view of the embedding service that waits for something else must not hold up the site. */
    @Test
    void views_that_nobody_named_are_not_waited_for() throws InterruptedException {
        LedgerOptions options = LedgerOptions.defaults().withProjection(new Held());
        try (IncidentLedger ledger = IncidentLedger.inMemory(options)) {
            long first = report(ledger, "one");
            assertThat(ledger.awaitMore(first, TIMELINE, LONG)).isEqualTo(first + 1);
            assertThat(ledger.views().size()).isLessThanOrEqualTo(first);
            release.countDown();
            ledger.await(first, LONG);
        }
    }

    private final class Held implements Projection<String> {
        @Override
        public String name() {
            return "held";
        }

        @Override
        public Class<String> documentType() {
            return String.class;
        }

        @Override
        public List<String> keys(RecordedEvent event) {
            return List.of("all");
        }

        @Override
        public String apply(String key, @Nullable String before, RecordedEvent event) {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "seen";
        }
    }
}
