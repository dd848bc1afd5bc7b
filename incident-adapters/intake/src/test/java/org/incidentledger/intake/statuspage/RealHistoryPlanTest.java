package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.incidentledger.contracts.RealHistory;
import org.incidentledger.core.incident.PublicationEvent;
import org.junit.jupiter.api.Test;

/** Plans for the history of a real page; skipped where it is not at hand. */
class RealHistoryPlanTest {
    private final RehearsedLedger ledger = new RehearsedLedger(Instant.parse("2026-01-01T00:00:00Z"));

    private static StatuspageDocument read(Path file) {
        return new StatuspageReader().read(List.of(file));
    }

    @Test
    void the_whole_history_is_granted_by_the_rules_and_mirrored_once() {
        StatuspageDocument published = read(RealHistory.asPublished());

        ledger.mirror(published);

        assertThat(MirrorReport.Seen.in(published)).isEqualTo(new MirrorReport.Seen(389, 10, 2_165));
        assertThat(ledger.said())
                .filteredOn(said -> said.event() instanceof PublicationEvent.PublicUpdatePosted)
                .hasSize(2_133)
                .extracting(RehearsedLedger.Said::occurredAt)
                .isSorted();
        assertThat(ledger.mirror(published)).isEmpty();
    }

    @Test
    void the_later_snapshot_gives_only_corrections() {
        ledger.mirror(read(RealHistory.asPublished()));

        List<Step> steps = ledger.mirror(read(RealHistory.asEdited()));

        assertThat(steps).hasSize(139);
        assertThat(ledger.said()
                        .subList(ledger.said().size() - 139, ledger.said().size()))
                .allMatch(said -> said.event() instanceof PublicationEvent.PublicUpdateCorrected
                        || said.event() instanceof PublicationEvent.TitleCorrected);
        assertThat(ledger.mirror(read(RealHistory.asEdited()))).isEmpty();
    }

    @Test
    void a_run_that_is_cut_off_is_finished_by_the_next() {
        StatuspageDocument published = read(RealHistory.asPublished());
        List<Step> whole = ledger.mirror(published);

        for (int cut : new int[] {1, 11, 12, 500, whole.size() / 2, whole.size() - 1}) {
            RehearsedLedger other = new RehearsedLedger(Instant.parse("2026-01-01T00:00:00Z"));
            other.mirror(published, cut);
            other.mirror(published);

            assertThat(other.said()).isEqualTo(ledger.said());
        }
    }

    @Test
    void a_page_in_the_middle_of_an_incident_is_mirrored_too() {
        StatuspageDocument summary = read(RealHistory.summary());

        ledger.mirror(summary);

        assertThat(ledger.catalog().state().components()).hasSizeGreaterThan(8);
        assertThat(ledger.incident(SourcePage.incident("ljwdk6qml8z8")).isOver())
                .isFalse();
        assertThat(ledger.mirror(summary)).isEmpty();
    }
}
