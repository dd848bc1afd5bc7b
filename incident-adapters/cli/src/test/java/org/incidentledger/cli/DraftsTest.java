package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.cli.Terminal.Printed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails that wait to be sent to somebody whose address is sealed, on the command line. */
class DraftsTest {
    private static final String ADDRESS = "ann@example.org";
    private static final String DRAFT = "incident-ledger/outbox/i1/n1.mail.eml.sealed";

    @TempDir
    Path folder;

    @BeforeEach
    void notifyAnn() {
        terminal()
                .does("report --incident i1 --title Phishing --kind security-event --severity minor"
                        + " --reporter-subject client/4711 --reporter 'Ann Example <ann@example.org>'");
        assertThat(terminal()
                        .does("notify --incident i1 --audience affected-clients --channel mail --channel website"
                                + " --notification n1 --to ann@example.org --subject News --message 'We look at it.'")
                        .out())
                .contains(DRAFT + " (encrypted: print-draft shows it)", "n1.website.txt\n");
    }

    private Terminal terminal() {
        return new Terminal(folder);
    }

    private List<Path> filesWithAddress() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(DraftsTest::hasAddress)
                    .toList();
        }
    }

    private static boolean hasAddress(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(ADDRESS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void are_in_no_file_in_plain_text_and_printed_to_be_sent() throws IOException {
        assertThat(filesWithAddress()).isEmpty();

        String printed = terminal().does("print-draft " + DRAFT).out();
        assertThat(printed).contains("To: ann@example.org\r\n", "We look at it.");
        Files.writeString(folder.resolve("sent.eml"), printed);
        assertThat(filesWithAddress()).containsExactly(folder.resolve("sent.eml"));
        assertThat(terminal()
                        .does("--json print-draft " + DRAFT)
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo(printed.stripTrailing());
    }

    @Test
    void are_printed_to_communicators_only() {
        terminal().does("access grant key-holder staff/kay");
        terminal().does("--actor staff/kay access grant reader staff/rob");

        Printed refused = terminal().run("--actor", "staff/rob", "print-draft", DRAFT);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("staff/rob").hasLineCount(1);
        terminal().does("--actor staff/kay access grant auditor staff/aud");
        assertThat(terminal().does("--actor staff/aud audit --refused").out()).contains("staff/rob", "notify");
    }

    @Test
    void are_named_when_they_are_not_there_or_cannot_be_opened() throws IOException {
        Printed missing = terminal().run("print-draft", "no.eml");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no draft no.eml").hasLineCount(1);

        byte[] whole = Files.readAllBytes(folder.resolve(DRAFT));
        Files.write(folder.resolve(DRAFT), java.util.Arrays.copyOf(whole, whole.length - 1));
        for (String command : List.of(
                "print-draft " + DRAFT,
                "rotate-sealing-key --drop-old",
                "erase --subject client/4711 --request R-7 --ground law")) {
            Printed broken = terminal().run(command.split(" "));
            assertThat(broken.exitCode()).isEqualTo(3);
            assertThat(broken.err()).contains(DRAFT, "delete that draft").hasLineCount(1);
        }
        Files.createDirectory(folder.resolve("elsewhere"));
        assertThat(terminal()
                        .does("erase --subject client/4711 --dry-run --outbox elsewhere")
                        .out())
                .contains("1 sealed values about client/4711 and their key would be erased");
    }

    @Test
    void stay_when_the_erasure_is_refused() {
        for (String refused : List.of(
                "--request " + "x".repeat(201) + " --ground law",
                "--request R-7 --ground law --occurred-at 2100-01-01T00:00:00Z",
                "--request R-7 --ground law --outbox nowhere",
                "--request R-7 --ground " + "x".repeat(1_001))) {
            Printed printed = terminal().run(("erase --subject client/4711 " + refused).split(" "));
            assertThat(printed.exitCode()).isIn(1, 2);
            assertThat(printed.err()).hasLineCount(1);
            assertThat(folder.resolve(DRAFT)).exists();
        }
    }

    @Test
    void are_not_passed_by_because_others_may_read_the_keyset() throws IOException {
        Files.delete(folder.resolve(DRAFT));
        Path keyset = folder.resolve("incident-ledger/sealing.keyset");
        Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-r--r--"));

        Printed refused = terminal().run("erase", "--subject", "client/4711", "--request", "R-7", "--ground", "law");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("change it to 600");
    }

    @Test
    void that_cannot_be_looked_for_are_said() throws IOException {
        Files.delete(folder.resolve(DRAFT));
        Files.delete(folder.resolve("incident-ledger/sealing.keyset"));

        assertThat(terminal().does("erase --subject client/4711 --dry-run").out())
                .contains("1 values cannot be opened", "look through the outbox yourself");
        assertThat(terminal()
                        .does("erase --subject client/4711 --request R-7 --ground law")
                        .out())
                .contains("1 values cannot be opened", "1 sealed values and their key erased");
    }

    @Test
    void open_after_the_old_keys_were_destroyed() {
        assertThat(terminal().does("rotate-sealing-key").out()).contains("1 subjects and of 1 drafts");
        assertThat(terminal().does("rotate-sealing-key --drop-old").out()).contains("1 old keys destroyed");
        assertThat(terminal().does("print-draft " + DRAFT).out()).contains(ADDRESS);
    }

    @Test
    void are_gone_once_their_subject_was_erased() throws IOException {
        terminal().does("erase --subject client/4711 --request R-7 --ground law");

        try (Stream<Path> left = Files.list(folder.resolve(DRAFT).getParent())) {
            assertThat(left).extracting(file -> file.getFileName().toString()).containsExactly("n1.website.txt");
        }
        assertThat(filesWithAddress()).isEmpty();
    }
}
