package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptedPlanTest {
    private static final Instant NOW = Instant.parse("2024-04-01T00:00:00Z");

    private final RehearsedLedger ledger = new RehearsedLedger(NOW);

    @Test
    void a_plan_that_is_made_again_is_the_rest_of_it() {
        StatuspageDocument document = SamplePage.document();
        List<Step> whole = ledger.mirror(document);

        for (int cut = 0; cut <= whole.size(); cut++) {
            RehearsedLedger other = new RehearsedLedger(NOW);
            other.mirror(document, cut);

            assertThat(other.mirror(document)).isEqualTo(whole.subList(cut, whole.size()));
            assertThat(other.said()).isEqualTo(ledger.said());
        }
    }

    @Test
    void so_is_one_of_a_later_snapshot() {
        StatuspageDocument later = SamplePage.load()
                .with("u3", "body", "Other.")
                .with("d1", "body", "Other.")
                .with("iweb", "name", "Other")
                .with("iweb", "impact", "critical")
                .with("wnext", "scheduled_until", "2024-03-20T04:00:00.000Z")
                .with("cmail", "name", "Mail relay")
                .post("imail", "m2", "monitoring", "2024-03-06T09:00:00.000Z")
                .post("imail", "m3", "resolved", "2024-03-06T10:00:00.000Z")
                .post("inote", "n3", "investigating", "2024-03-06T09:30:00.000Z")
                .read();
        ledger.mirror(SamplePage.document());
        List<Step> whole = ledger.mirror(later);
        assertThat(whole).hasSizeGreaterThan(8);

        for (int cut = 0; cut <= whole.size(); cut++) {
            RehearsedLedger other = new RehearsedLedger(NOW);
            other.mirror(SamplePage.document());
            other.mirror(later, cut);

            assertThat(other.mirror(later)).isEqualTo(whole.subList(cut, whole.size()));
            assertThat(other.said()).isEqualTo(ledger.said());
        }
    }

    @Test
    void two_mirrors_at_once_do_everything_once() {
        List<Step> one = ledger.plan(SamplePage.document()).steps();
        List<Step> other = ledger.plan(SamplePage.document()).steps();

        for (int i = 0; i < one.size(); i++) {
            ledger.take(one.get(i));
            ledger.take(other.get(i));
        }

        RehearsedLedger alone = new RehearsedLedger(NOW);
        alone.mirror(SamplePage.document());
        assertThat(ledger.said()).isEqualTo(alone.said());
    }
}
