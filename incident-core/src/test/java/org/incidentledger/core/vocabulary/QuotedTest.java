package org.incidentledger.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {
    @Test
    void a_short_text_stays_as_it_is() {
        assertThat(Quoted.shorten("x".repeat(60))).isEqualTo("x".repeat(60));
    }

    @Test
    void a_long_text_is_cut_with_an_ellipsis() {
        assertThat(Quoted.shorten("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
    }

    @Test
    void a_character_that_takes_two_is_never_cut_in_half() {
        assertThat(Quoted.shorten("x".repeat(59) + "🔥🔥")).isEqualTo("x".repeat(59) + "…");
        assertThat(Quoted.shorten("x".repeat(58) + "🔥🔥")).isEqualTo("x".repeat(58) + "🔥…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029"})
    void what_would_end_or_command_a_line_becomes_a_space(String character) {
        assertThat(Quoted.shorten("a" + character + "b")).isEqualTo("a b");
    }
}
