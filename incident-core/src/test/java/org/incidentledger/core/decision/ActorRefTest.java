package org.incidentledger.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorRefTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"system", "staff/s1", "client/4711", "service/import-2.0", "researcher/R_d", "supplier/0.net"})
    void a_pseudonym_of_a_known_kind_is_an_actor(String value) {
        assertThat(new ActorRef(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "system/1",
                "staff",
                "staff/",
                "staff/-s",
                "staff/s 1",
                "Staff/s1",
                "visitor/v1",
                "staff/s1\n",
                "staff/jane@example.org",
                "jane@example.org"
            })
    void anything_else_is_refused_with_the_forms_that_would_do(String value) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ActorRef(value))
                .withMessageContaining("is no actor reference; use system, or staff/, client/, service/, researcher/")
                .withMessageContaining("a pseudonym, no name or address");
    }

    @Test
    void a_pseudonym_has_at_most_80_characters() {
        String longest = "staff/" + "x".repeat(80);

        assertThat(new ActorRef(longest).value()).isEqualTo(longest);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ActorRef(longest + "x"))
                .withMessageContaining("1 to 80 letters")
                .withMessageContaining("'staff/" + "x".repeat(54) + "…'");
    }

    @Test
    void the_ledger_itself_is_an_actor() {
        assertThat(ActorRef.SYSTEM).isEqualTo(new ActorRef("system"));
    }

    @Test
    void actors_are_ordered_by_their_text() {
        assertThat(new ActorRef("client/a")).isLessThan(new ActorRef("staff/a"));
    }
}
