package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.incidentledger.cli.Terminal.Printed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {
    private static final String COMMAND = "6f1c7a52-6d0e-4a56-9d0b-1f6a7c1f7d11";

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of(""));
    private String key = "";

    @BeforeEach
    void some_entries() throws Exception {
        terminal = new Terminal(folder);
        terminal.does("report --incident i1 --title T --kind security-event --severity major --command-id " + COMMAND);
        terminal.does("acknowledge --incident i1");
        terminal.does("contain --incident i1 --summary S");
        key = Files.readString(folder.resolve("incident-ledger/ledger.vkey")).strip();
    }

    @Test
    void the_whole_ledger_is_verified_with_its_rate() {
        JsonNode verified = terminal.done("verify", "--key", key, "--json").json();

        assertThat(verified.get("verified").asBoolean()).isTrue();
        assertThat(verified.get("entries").asLong()).isEqualTo(3);
        assertThat(verified.get("checkpoints").asLong()).isEqualTo(4);
        assertThat(verified.get("entriesPerSecond").asLong()).isPositive();
        assertThat(terminal.done("verify").out()).contains("3 entries in 1 streams", key, "entries/s");
    }

    @Test
    void with_the_key_of_another_ledger_nothing_is_verified() {
        terminal.does("report --ledger other --title T --kind abuse --severity minor");
        Printed printed = terminal.run("verify", "--key", read("other/ledger.vkey"), "--json");

        assertThat(printed.exitCode()).isEqualTo(1);
        assertThat(printed.err()).startsWith("incident: not verified: ").hasLineCount(1);
        assertThat(printed.json().at("/error/part").asText()).isEqualTo("checkpoint");
        assertThat(printed.json().at("/error/position").asLong()).isZero();
        assertThat(terminal.run("verify", "--key", "no key").exitCode()).isEqualTo(2);
    }

    @Test
    void a_bundle_is_exported_verified_and_continued() {
        assertThat(terminal.does("export bundle --json")
                        .json()
                        .get("newEntries")
                        .asLong())
                .isEqualTo(3);
        terminal.does("resolve --incident i1 --summary S");
        assertThat(terminal.does("export bundle --json")
                        .json()
                        .get("newEntries")
                        .asLong())
                .isEqualTo(1);

        JsonNode verified =
                terminal.done("verify-bundle", "bundle", "--key", key, "--json").json();

        assertThat(verified.get("entries").asLong()).isEqualTo(4);
        assertThat(folder.resolve("bundle/checkpoints/4")).isRegularFile();
    }

    @Test
    void a_bundle_that_was_tampered_with_is_refused_with_the_position() throws Exception {
        terminal.does("export bundle");
        Path entries = folder.resolve("bundle/tile/entries/000.p/3");
        byte[] bytes = Files.readAllBytes(entries);
        bytes[bytes.length - 9] ^= 1;
        Files.write(entries, bytes);

        Printed printed = terminal.run("verify-bundle", "bundle", "--key", key, "--json");

        assertThat(printed.exitCode()).isEqualTo(1);
        assertThat(printed.json().at("/error/part").asText()).isEqualTo("entry");
        assertThat(printed.json().at("/error/position").asLong()).isEqualTo(2);
    }

    @Test
    void nothing_is_exported_over_other_files() throws Exception {
        Files.createDirectories(folder.resolve("taken"));
        Files.writeString(folder.resolve("taken/notes.txt"), "mine");

        Printed printed = terminal.run("export", "taken");

        assertThat(printed.exitCode()).isEqualTo(2);
        assertThat(printed.err()).contains("not empty").hasLineCount(1);
        assertThat(terminal.run("verify-bundle", "taken", "--key", key).exitCode())
                .isEqualTo(2);
    }

    @Test
    void an_entry_is_proved_by_its_position_or_by_its_command() throws Exception {
        terminal.does("prove 1 --out p.tlog-proof");
        assertThat(terminal.does("prove --command " + COMMAND + " --out c.tlog-proof --json")
                        .json()
                        .at("/proofs/0/position")
                        .asLong())
                .isZero();

        assertThat(folder.resolve("p.tlog-proof.entry")).content().contains("incident.acknowledged");
        assertThat(terminal.done("verify-proof", "p.tlog-proof", "--key", key).out())
                .contains("Proved", "size 3");
        Files.writeString(folder.resolve("c.tlog-proof.entry"), "{}");
        Printed altered = terminal.run("verify-proof", "c.tlog-proof", "--key", key);
        assertThat(altered.exitCode()).isEqualTo(1);
        assertThat(altered.err()).contains("not proved").hasLineCount(1);
    }

    @Test
    void what_is_not_there_is_not_proved() {
        assertThat(terminal.run("prove", "3", "--out", "p").exitCode()).isEqualTo(2);
        assertThat(terminal.run("prove", "--out", "p").exitCode()).isEqualTo(2);
        assertThat(terminal.run("prove", "--command", "6f1c7a52-6d0e-4a56-9d0b-1f6a7c1f7d12", "--out", "p")
                        .exitCode())
                .isEqualTo(2);
        Printed missing = terminal.run("verify-proof", "none.tlog-proof", "--key", key);
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err())
                .contains("there is no file", "none.tlog-proof")
                .hasLineCount(1);
    }

    @Test
    void the_ledger_continues_what_it_was() {
        assertThat(terminal.does("consistency 1 3").out())
                .contains("of 3 entries continues the one of 1", "old 1\n", "incident-ledger/");
        terminal.does("consistency 1 3 --out proof.txt");
        assertThat(read("proof.txt")).startsWith("old 1\n");
        assertThat(terminal.does("consistency 2 3 --json").json().get("hashes")).isNotEmpty();
        assertThat(terminal.run("consistency", "3", "1").exitCode()).isEqualTo(2);
        assertThat(terminal.run("consistency", "3", "9").err()).contains("the latest has size 3");
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file)).replaceFirst("\n\\z", file.endsWith("vkey") ? "" : "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
