package org.incidentledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RatchetTest {
    private final Ratchet ratchet = new Ratchet("list.txt", Map.of("a", 50));

    @Test
    void what_is_listed_at_its_size_passes() {
        assertThat(ratchet.findings(Map.of("a", 50))).isEmpty();
    }

    @Test
    void what_is_not_listed_fails() {
        assertThat(ratchet.findings(Map.of("a", 50, "b", 41))).containsExactly("b has 41 lines: split it");
    }

    @Test
    void what_grew_fails() {
        assertThat(ratchet.findings(Map.of("a", 51))).containsExactly("a grew from 50 to 51 lines: split it");
    }

    @Test
    void what_shrank_must_be_lowered() {
        assertThat(ratchet.findings(Map.of("a", 49)))
                .containsExactly("a shrank to 49 lines: lower its entry in list.txt");
    }

    @Test
    void what_is_not_needed_must_go() {
        assertThat(ratchet.findings(Map.of())).containsExactly("a is within the limit: take its entry out of list.txt");
    }
}
