package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keyset that wraps the keys of sealed values, on the command line. */
class SealingKeysTest {
    @TempDir
    Path folder;

    private Path keyset = Path.of("");

    @BeforeEach
    void describeAnn() {
        terminal().does("describe-subject client/4711 --name 'Ann Example'");
        keyset = folder.resolve("incident-ledger/sealing.keyset");
    }

    private Terminal terminal() {
        return new Terminal(folder);
    }

    private void assertOpens() {
        assertThat(terminal().does("subject client/4711 --reason x").out()).contains("Ann Example");
    }

    @Test
    void may_get_another_key_and_lose_the_old_one() {
        assertThat(terminal().does("rotate-sealing-key").out())
                .contains("1 subjects and of 0 drafts", "0 old keys destroyed");
        assertThat(terminal().does("rotate-sealing-key --drop-old").out()).contains("1 old keys destroyed");
        assertOpens();
    }

    @Test
    void is_not_replaced_by_another_when_it_was_lost() throws IOException {
        terminal().does("report --incident i1 --title Phishing --kind abuse --severity minor");
        terminal()
                .does("notify --incident i1 --audience staff --channel mail --to a@example.org --subject S --message M"
                        + " --notification n1");
        byte[] kept = Files.readAllBytes(keyset);
        Files.delete(keyset);

        for (String command : List.of(
                "notify --incident i1 --audience staff --channel mail --to b@example.org --subject S --message M",
                "print-draft incident-ledger/outbox/i1/n1.mail.eml.sealed",
                "rotate-sealing-key",
                "rotate-sealing-key --drop-old",
                "describe-subject client/9 --name Bob")) {
            Terminal.Printed refused = terminal().run(command.split(" "));
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err())
                    .contains("sealing.keyset is missing", "put it back")
                    .hasLineCount(1);
            assertThat(keyset).doesNotExist();
        }
        Files.write(keyset, kept);
        Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-------"));
        assertOpens();
    }

    @Test
    void gets_no_other_key_when_the_outbox_that_was_named_is_not_there() throws IOException {
        byte[] before = Files.readAllBytes(keyset);

        Terminal.Printed refused = terminal().run("rotate-sealing-key", "--outbox", "nowhere");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("there is no folder nowhere").hasLineCount(1);
        assertThat(Files.readAllBytes(keyset)).isEqualTo(before);
    }
}
