package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed value from its report to its erasure, on the command line. */
class PrivacyTest {
    private static final String ANN = "Ann Müller <ann@example.org>";

    @TempDir
    Path folder;

    private Terminal terminal() {
        return new Terminal(folder);
    }

    private String reported(String id, String subject, String reporter) {
        terminal()
                .done(
                        "report",
                        "--incident",
                        id,
                        "--title",
                        "Phishing",
                        "--kind",
                        "security-event",
                        "--severity",
                        "minor",
                        "--reporter-subject",
                        subject,
                        "--reporter",
                        reporter);
        JsonNode held = terminal()
                .done("--json", "subject", subject, "--reason", "test")
                .json();
        return held.path("values").get(0).path("id").asText();
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_reporter_is_sealed_opened_disclosed_and_erased() throws IOException {
        String value = reported("2026-1", "client/4711", ANN);
        String other = reported("2026-2", "client/4712", "Bob <bob@example.org>");
        assertThat(filesWith("ann@example.org")).isEmpty();

        assertThat(terminal().done("open", value, "--reason", "call back").out())
                .contains(ANN);
        assertThat(terminal().done("--json", "audit", "--incident", "2026-1").out())
                .contains("sealed value " + value)
                .doesNotContain("Müller");
        assertThat(terminal()
                        .done("erase", "--subject", "client/4711", "--dry-run")
                        .out())
                .contains("value " + value, "1 sealed values about client/4711 and their key would be erased");
        assertThat(terminal()
                        .done("erase", "--subject", "client/4711", "--request", "R-7", "--ground", "Art. 17")
                        .out())
                .contains("1 sealed values and their key erased", "no trace is left in any file of the ledger");
        assertThat(terminal().done("open", value, "--reason", "call back").out())
                .contains("erased");
        assertThat(terminal().done("open", other, "--reason", "call back").out())
                .contains("Bob");
        assertThat(terminal().done("--json", "audit", "--incident", "2026-1").out())
                .contains("erased value " + value);
        assertThat(terminal()
                        .done("subject", "client/4711", "--reason", "Art. 15")
                        .out())
                .contains(": erased");
        assertThat(terminal()
                        .done("erase", "--subject", "client/4711", "--request", "R-7", "--ground", "Art. 17")
                        .out())
                .contains("was erased already by this request");
        terminal().done("verify");
    }

    @Test
    void audit_and_replay_say_what_was_erased_also_as_of_before_that() {
        String value = reported("2026-1", "client/4711", ANN);
        String other = reported("2026-2", "client/4712", "Bob <bob@example.org>");
        assertThat(terminal().done("audit").out())
                .contains("reporter: sealed value " + value, "reporter: sealed value " + other);
        terminal().done("erase", "--subject", "client/4711", "--request", "R-7", "--ground", "Art. 17");

        for (List<String> command : List.of(
                List.of("audit"),
                List.of("audit", "--details", "--at-position", "1"),
                List.of("replay"),
                List.of("replay", "--at-position", "2"))) {
            assertThat(terminal().done(command.toArray(String[]::new)).out())
                    .contains("reporter: erased value " + value + " about client/4711")
                    .doesNotContain("sealed value " + value);
        }
        assertThat(terminal().done("replay").out())
                .contains("reporter: sealed value " + other, "=> subject, never public");
        JsonNode replayed =
                terminal().done("--json", "replay", "--at-position", "2").json().path("events");
        assertThat(replayed.get(0).path("sealed").get(0).path("state").asText()).isEqualTo("erased");
        assertThat(replayed.get(2).path("sealed").get(0).path("state").asText()).isEqualTo("sealed");
    }

    @Test
    void messages_to_whom_is_erased_go_also_when_they_hold_only_an_address() {
        reported("2026-1", "client/4711", ANN);
        notify("2026-1", "n1", "ann@example.org", "We look at it.");
        notify("2026-1", "n2", "joann@example.org", "We look at it.");
        notify("2026-1", "n3", "joann@example.org", "Ann Müller called, see client/47110.");
        notify("2026-1", "n4", "joann@example.org", "See client/47110.");
        assertThat(terminal()
                        .done("erase", "--subject", "client/4711", "--dry-run")
                        .out())
                .contains("n1.mail.eml.sealed", "n3.mail.eml.sealed", "2 messages of the outbox deleted")
                .doesNotContain("n2.", "n4.");
        Path drafts = folder.resolve("incident-ledger/outbox/2026-1");
        assertThat(drafts.resolve("n1.mail.eml.sealed")).exists();

        assertThat(terminal()
                        .done("erase", "--subject", "client/4711", "--request", "R-7", "--ground", "Art. 17")
                        .out())
                .contains("2 messages of the outbox deleted");
        assertThat(drafts.resolve("n1.mail.eml.sealed")).doesNotExist();
        assertThat(drafts.resolve("n3.mail.eml.sealed")).doesNotExist();
        assertThat(drafts.resolve("n2.mail.eml.sealed")).exists();
        assertThat(drafts.resolve("n4.mail.eml.sealed")).exists();
    }

    private void notify(String incident, String id, String to, String message) {
        terminal()
                .done(
                        "notify",
                        "--incident",
                        incident,
                        "--audience",
                        "affected-clients",
                        "--channel",
                        "mail",
                        "--notification",
                        id,
                        "--to",
                        to,
                        "--subject",
                        "News",
                        "--message",
                        message);
    }

    @Test
    void what_cannot_be_written_or_is_not_there_is_not_disclosed_and_nothing_is_recorded() {
        String value = reported("2026-1", "client/4711", ANN);
        long size = size();

        assertThat(terminal()
                        .run("disclose", "--subject", "client/4711", "--reason", "audit", "--to", "no/d.json")
                        .err())
                .contains("there is no folder");
        assertThat(terminal().run("disclose", "--subject", "client/1", "--reason", "audit", "--to", "d.json"))
                .satisfies(refused -> {
                    assertThat(refused.exitCode()).isEqualTo(2);
                    assertThat(refused.err()).contains("nothing is sealed about client/1");
                });
        String unknown = "5d1e0d5e-8f7b-4b8e-9f53-0d2f6a1c4b7e";
        assertThat(terminal()
                        .run("disclose", "--value", value, "--value", unknown, "--reason", "audit", "--to", "d.json"))
                .satisfies(refused -> {
                    assertThat(refused.exitCode()).isEqualTo(2);
                    assertThat(refused.err()).contains("no entry refers to a sealed value " + unknown);
                });
        assertThat(folder.resolve("d.json")).doesNotExist();
        assertThat(terminal().run("subject", "client/4711", "--reason", " ")).satisfies(refused -> {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("reason");
            assertThat(refused.out()).isEmpty();
        });
        assertThat(size()).isEqualTo(size);
    }

    private long size() {
        return terminal().done("--json", "verify").json().path("entries").asLong();
    }

    @Test
    void what_was_disclosed_is_compared_with_the_entry_that_commits_to_it() throws IOException {
        String value = reported("2026-1", "client/4711", ANN);
        reported("2026-2", "client/4712", "Bob <bob@example.org>");
        terminal().done("disclose", "--subject", "client/4711", "--reason", "audit", "--to", "d.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("d.json"))))
                .isEqualTo("rw-------");
        String key = terminal().done("--json", "verify").json().path("key").asText();
        terminal().done("export", "bundle");
        assertThat(terminal()
                        .done("verify-bundle", "bundle", "--key", key, "--disclosed", "d.json")
                        .out())
                .contains("1 values open as disclosed, 1 sealed, 0 erased");
        assertThat(terminal()
                        .done("--json", "verify-bundle", "bundle", "--key", key, "--disclosed", "d.json")
                        .out()
                        .lines())
                .singleElement()
                .asString()
                .contains("\"verified\":true", "\"disclosed\":{\"open\":1,\"sealed\":1,\"erased\":0}");
        Files.writeString(
                folder.resolve("forged.json"), read(folder.resolve("d.json")).replace("Ann ", "Eve "));
        assertThat(terminal().run("verify-bundle", "bundle", "--key", key, "--disclosed", "forged.json"))
                .satisfies(refuted -> {
                    assertThat(refuted.exitCode()).isEqualTo(1);
                    assertThat(refuted.err()).contains("position 0", value).doesNotContain("Eve");
                });
        String whole = read(folder.resolve("d.json"));
        for (String cut : List.of("{}", whole.replace("\"values\"", "\"value\""), whole.substring(0, 100))) {
            Files.writeString(folder.resolve("cut.json"), cut);
            assertThat(terminal().run("verify-bundle", "bundle", "--key", key, "--disclosed", "cut.json"))
                    .satisfies(refused -> {
                        assertThat(refused.exitCode()).isEqualTo(2);
                        assertThat(refused.err()).contains("cut.json is no disclosure, or not whole");
                    });
        }
    }

    @Test
    void a_legal_hold_refuses_erasure_until_it_is_lifted() {
        reported("2026-1", "client/4711", ANN);
        terminal().done("hold", "place", "--incident", "2026-1", "--reason", "case 7");
        notify("2026-1", "n1", "ann@example.org", "We look at it.");

        assertThat(terminal()
                        .done("erase", "--subject", "client/4711", "--dry-run")
                        .out())
                .contains("on legal hold: case 7", "nothing would be erased")
                .doesNotContain("would be erased,");
        assertThat(terminal().run("erase", "--subject", "client/4711", "--request", "R-7", "--ground", "Art. 17"))
                .satisfies(refused -> {
                    assertThat(refused.exitCode()).isEqualTo(1);
                    assertThat(refused.err()).contains("incident 2026-1 is on legal hold: case 7");
                });
        assertThat(folder.resolve("incident-ledger/outbox/2026-1/n1.mail.eml.sealed"))
                .exists();
        terminal().done("hold", "lift", "--incident", "2026-1", "--reason", "settled");
        terminal().done("erase", "--subject", "client/4711", "--request", "R-7", "--ground", "Art. 17");
    }

    @Test
    void sealed_notes_and_descriptions_may_come_from_standard_input() throws IOException {
        reported("2026-1", "client/4711", ANN);
        terminal()
                .typing("IBAN DE02 1203 0000 0000 2020 51")
                .done(
                        "record-finding",
                        "--incident",
                        "2026-1",
                        "--finding",
                        "account named",
                        "--sealed-subject",
                        "client/4711",
                        "--sealed-note",
                        "-");
        terminal().done("describe-subject", "staff/7f3a", "--name", "Ada Example");

        assertThat(filesWith("1203 0000")).isEmpty();
        assertThat(filesWith("Ada Example")).isEmpty();
        assertThat(terminal().done("subject", "client/4711", "--reason", "x").out())
                .contains("1203 0000");
        assertThat(terminal().done("subject", "staff/7f3a", "--reason", "x").out())
                .contains("Ada Example");
    }

    @Test
    void what_is_not_whole_is_refused_before_anything_is_done() {
        assertThat(terminal()
                        .run("report", "--title", "x", "--kind", "abuse", "--severity", "minor", "--reporter", ANN)
                        .err())
                .contains("--reporter-subject")
                .doesNotContain("Müller");
        assertThat(terminal().run("erase", "--subject", "client/1").exitCode()).isEqualTo(2);
    }
}
