package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.incidentledger.contracts.RealHistory;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.embedded.Moment;
import org.incidentledger.embedded.Views;
import org.junit.jupiter.api.Test;

/** The history of a real page through the whole ledger and back; skipped where it is not at hand. */
class RealHistoryTest {
    private static final ActorRef ACTOR = new ActorRef("service/mirror");
    private static final Instant BETWEEN = Instant.parse("2026-01-01T12:00:00Z");

    private final MovableClock clock = new MovableClock();
    private final LedgerOptions options = LedgerOptions.defaults().withClock(clock);

    @Test
    void it_is_given_back_as_it_was_published_and_as_it_was_edited() throws IOException {
        Path published = RealHistory.asPublished();
        Path edited = RealHistory.asEdited();
        try (IncidentLedger ledger = IncidentLedger.inMemory(options)) {
            MirrorReport first = mirror(ledger, published);
            clock.now = BETWEEN.plusSeconds(3_600);
            MirrorReport second = mirror(ledger, edited);

            assertThat(first)
                    .extracting(MirrorReport::incidents, MirrorReport::maintenances, MirrorReport::updates)
                    .containsExactly(389, 10, 2_165);
            assertThat(first.corrections()).isZero();
            assertThat(second)
                    .isEqualTo(new MirrorReport(0, 0, 0, 139, first.seen(), 0, 0, 139, first.position() + 139));
            assertThat(mirror(ledger, edited).appended()).isZero();

            ledger.await(ledger.head().size() - 1, Duration.ofMinutes(5));
            assertGivenBack(ledger.views(), edited);
            assertGivenBack(ledger.asOf(Moment.position(first.position())), published);
            assertGivenBack(ledger.asOf(Moment.instant(BETWEEN)), published);
        }
    }

    private MirrorReport mirror(IncidentLedger ledger, Path file) {
        return new StatuspageMirror(ledger, ACTOR, options)
                .mirror(new StatuspageReader().read(List.of(file)), MirrorProgress.SILENT);
    }

    private static void assertGivenBack(Views views, Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode given = json.readTree(StatuspageExport.of(views).json());

        assertThat(given.equals(json.readTree(file.toFile())))
                .as("the document of the views is %s, member by member", file.getFileName())
                .isTrue();
    }

    private static final class MovableClock extends Clock {
        private Instant now = BETWEEN.minusSeconds(3_600);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
