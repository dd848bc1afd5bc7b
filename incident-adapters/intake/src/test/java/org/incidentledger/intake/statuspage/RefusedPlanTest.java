package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.incidentledger.core.decision.Rule;
import org.junit.jupiter.api.Test;

class RefusedPlanTest {
    private static final Instant NOW = Instant.parse("2024-04-01T00:00:00Z");

    private final RehearsedLedger ledger = new RehearsedLedger(NOW);

    private void assertRefused(SamplePage page, Rule rule, String... parts) {
        assertThatThrownBy(() -> ledger.mirror(page.read()))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        e -> assertThat(e.refusal().rule()).isEqualTo(rule))
                .hasMessageContainingAll(parts);
        assertThat(ledger.said()).isEmpty();
    }

    @Test
    void nothing_is_done_when_a_text_is_too_long() {
        assertRefused(
                SamplePage.load().with("u7", "body", "x".repeat(10_001)),
                Rule.TEXT_TOO_LONG,
                "incident iweb, update u7: ",
                "10,001",
                "10,000");
    }

    @Test
    void nothing_is_done_when_a_title_is_too_long() {
        assertRefused(SamplePage.load().with("imail", "name", "x".repeat(201)), Rule.TEXT_TOO_LONG, "incident imail: ");
    }

    @Test
    void nothing_is_done_when_an_entry_would_be_too_large() {
        String control = "\u0001".repeat(9_999) + "x";
        StatuspageDocument first = SamplePage.load().with("u7", "body", control).read();
        ledger.mirror(first);
        int before = ledger.said().size();

        assertThatThrownBy(() -> ledger.mirror(SamplePage.load()
                        .with("u7", "body", control.replace('x', 'y'))
                        .read()))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContainingAll("incident iweb, update u7: its entry would have about", "65,535");
        assertThat(ledger.said()).hasSize(before);
    }

    @Test
    void nothing_is_done_when_an_instant_is_still_to_come() {
        assertRefused(
                SamplePage.load().with("m1", "created_at", "2030-01-01T00:00:00.000Z"),
                Rule.IN_THE_FUTURE,
                "incident imail, update m1: ",
                "2030-01-01");
    }

    @Test
    void nothing_is_done_when_a_text_is_empty() {
        assertRefused(SamplePage.load().with("m1", "body", " "), Rule.TEXT_EMPTY, "update m1");
    }

    @Test
    void nothing_is_done_when_a_window_ends_before_it_begins() {
        assertRefused(
                SamplePage.load().with("wnext", "scheduled_until", "2024-03-20T00:00:00.000Z"),
                Rule.ENDS_BEFORE_START,
                "maintenance wnext: ");
    }
}
