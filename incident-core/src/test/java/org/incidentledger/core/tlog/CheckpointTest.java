package org.incidentledger.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk=";

    private final Hash root =
            TreeEdge.EMPTY.grownBy(Entries.leafHashes(3)).edge().root();

    @Test
    void is_three_lines() {
        Checkpoint checkpoint = new Checkpoint("ledger.test/a", 3, root);
        assertThat(checkpoint.text()).isEqualTo("ledger.test/a\n3\n" + ROOT + "\n");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Test
    void keeps_extensions() {
        Checkpoint checkpoint = new Checkpoint("a name with + and spaces", 3, root, List.of("x", "y z"));
        assertThat(checkpoint.text()).endsWith(ROOT + "\nx\ny z\n");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Test
    void has_an_unsigned_size() {
        String text = "a\n18446744073709551615\n" + ROOT + "\n";
        assertThat(Checkpoint.parse(text).size()).isEqualTo(-1);
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
        assertThat(Checkpoint.parse("a\n0\n" + ROOT + "\n").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a\n3\n",
                "a\n3\n" + ROOT,
                "\n3\n" + ROOT + "\n",
                "a\n\n" + ROOT + "\n",
                "a\n3\n\n",
                "a\n3\n" + ROOT + "\n\n",
                "a\n3\n" + ROOT + "\nx\n\ny\n",
                "a\n3\n" + ROOT + "\r\n",
                "a\r\n3\n" + ROOT + "\n",
                "a\t\n3\n" + ROOT + "\n",
                "a\ud800\n3\n" + ROOT + "\n",
                "a\n3\nlPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqg==\n",
            })
    void is_not_read_from_other_text(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"03", "+3", "-3", "3 ", "0x3", "\u0663", "18446744073709551616", "99999999999999999999", "3e1"})
    void has_a_size_in_plain_decimal(String size) {
        assertThatThrownBy(() -> Checkpoint.parse("a\n" + size + "\n" + ROOT + "\n"))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("checkpoint: found ")
                .hasMessageContaining("the size is ")
                .hasMessageEndingWith("; fetch it again from the log; never mend one by hand");
    }

    @Test
    void cannot_be_made_of_parts_that_would_read_differently() {
        assertThatThrownBy(() -> new Checkpoint("", 3, root)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Checkpoint("a\n4", 3, root)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Checkpoint("a", 3, root, List.of(""))).isInstanceOf(Malformed.class);
    }

    @Test
    void quotes_hostile_text_escaped_and_short() {
        assertThatThrownBy(() -> Checkpoint.parse("\u001b[2J".repeat(40)))
                .hasMessageContaining("\"\\u001b[2J")
                .hasMessageContaining("(first 80 of 160 characters)")
                .message()
                .doesNotContain("\u001b");
    }
}
