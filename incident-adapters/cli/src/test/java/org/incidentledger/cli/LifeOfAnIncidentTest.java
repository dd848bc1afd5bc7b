package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.incidentledger.cli.Terminal.Printed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeOfAnIncidentTest {
    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    @Test
    void the_least_that_reports_prints_an_id_that_people_can_read() {
        Printed reported = terminal.does("report --title T --kind security-event --severity major");

        assertThat(reported.out()).matches("\\d{4}-\\d\\d-\\d\\d-[0-9a-z]{6}\n");
        assertThat(reported.err()).isEmpty();
        assertThat(folder.resolve("incident-ledger")).isDirectory();
    }

    @Test
    void a_command_sent_again_under_its_id_appends_nothing_and_answers_the_same() {
        String[] report = {
            "report",
            "--title",
            "T",
            "--kind",
            "abuse",
            "--severity",
            "minor",
            "--command-id",
            "6f1c7a52-6d0e-4a56-9d0b-1f6a7c1f7d11",
            "--json"
        };
        JsonNode first = terminal.done(report).json();
        JsonNode second = terminal.done(report).json();

        assertThat(first.get("repeated").asBoolean()).isFalse();
        assertThat(second.get("repeated").asBoolean()).isTrue();
        assertThat(second.get("incident")).isEqualTo(first.get("incident"));
        assertThat(second.get("lastPosition").asLong()).isZero();
    }

    @Nested
    class Reported {
        @BeforeEach
        void report() {
            terminal.does("report --incident i1 --title T --kind security-event --severity major");
        }

        @Test
        void it_can_be_taken_to_its_post_mortem() {
            terminal.does("acknowledge --incident i1");
            terminal.does("assign-role --incident i1 --role commander --to staff/dora");
            terminal.does("assess --incident i1 --severity critical --client client/1 --fact a=b");
            terminal.does("record-finding --incident i1 --finding F");
            terminal.does("close-access --incident i1 --access n7 --outcome closed --verified");
            terminal.does("contain --incident i1 --summary S");
            terminal.does("containment-lost --incident i1 --reason R");
            terminal.does("restore-access --incident i1 --access n7 --outcome open");
            terminal.does("post-update --incident i1 --update u1 --status identified --text A");
            terminal.does("correct-update --incident i1 --update u1 --text B --reason R");
            terminal.does("post-update --incident i1 --update u2 --status identified --text C");
            terminal.does("retract-update --incident i1 --update u2 --reason R");
            terminal.does("correct-title --incident i1 --title U --reason R");
            terminal.does("record-anchor --incident i1 --anchor aware --at 2026-01-01T00:00:00Z");
            terminal.does("notify-authority --incident i1 --stage eu-gdpr-33-1-authority --authority A --filed F");
            terminal.does("resolve --incident i1 --summary S");
            terminal.does("reopen --incident i1 --reason R");
            terminal.does("resolve --incident i1 --summary S");
            terminal.does("post-mortem revise --incident i1 --title P --body B --change C");
            terminal.does("post-mortem approve --incident i1 --revision 1 --actor staff/dora");
            terminal.does("post-mortem publish --incident i1");
            terminal.does("action-item open --incident i1 --item a1 --title T --due 2030-01-01");
            terminal.does("action-item complete --incident i1 --item a1 --outcome O");
            terminal.does("correct-record --incident i1 --sequence 0 --correction C");

            JsonNode story = terminal.done("timeline", "--json").json().at("/stories/0");
            assertThat(story.get("title").asText()).isEqualTo("U");
            assertThat(story.at("/updates/0/corrections/0/from").asText()).isEqualTo("A");
            assertThat(story.at("/updates/1/retraction/reason").asText()).isEqualTo("R");
            assertThat(story.at("/postMortems/0/body").asText()).isEqualTo("B");
            JsonNode last =
                    terminal.done("replay", "--json").json().at("/events").path(17);
            assertThat(last.get("phase").asText()).isNotEmpty();
        }

        @Test
        void a_notification_becomes_drafts_and_its_outcome_is_recorded_by_the_system() {
            String[] command = {
                "notify", "--incident", "i1", "--audience", "affected-clients", "--channel", "mail", "--channel",
                        "website",
                "--subject", "S", "--message", "M", "--to", "noc@example.org", "--notification", "n1", "--command-id",
                "6f1c7a52-6d0e-4a56-9d0b-1f6a7c1f7d12", "--json"
            };
            JsonNode first = terminal.done(command).json();
            JsonNode again = terminal.done(command).json();

            assertThat(again.get("drafts")).isEqualTo(first.get("drafts"));
            assertThat(folder.resolve("incident-ledger/outbox/i1/n1.mail.eml.sealed"))
                    .isRegularFile();
            assertThat(folder.resolve("incident-ledger/outbox/i1/n1.website.txt"))
                    .isRegularFile();
            JsonNode trail = terminal.done("audit", "--json").json().get("entries");
            assertThat(trail.findValuesAsText("type"))
                    .containsExactly(
                            "incident.reported",
                            "incident.notification-requested",
                            "incident.notification-progressed",
                            "incident.notification-progressed",
                            "incident.notification-completed");
            assertThat(trail.findValuesAsText("actor")).endsWith("system", "system", "system");
            assertThat(trail.toString()).doesNotContain("noc@example.org");
        }

        @Test
        void an_outbox_that_cannot_be_written_is_recorded_as_a_failure() throws Exception {
            Files.createFile(folder.resolve("taken"));

            Printed printed = terminal.run(
                    "notify",
                    "--incident",
                    "i1",
                    "--audience",
                    "staff",
                    "--channel",
                    "mail",
                    "--subject",
                    "S",
                    "--message",
                    "M",
                    "--outbox",
                    "taken");

            assertThat(printed.exitCode()).isEqualTo(3);
            assertThat(printed.err()).contains("1 of 1 drafts").hasLineCount(1);
            assertThat(terminal.done("audit").out()).contains("incident.notification-completed", "1 failed");
        }

        @Test
        void a_text_is_taken_from_a_file_or_from_standard_input() throws Exception {
            Files.writeString(folder.resolve("u.txt"), "from a file\n");

            terminal.does("post-update --incident i1 --status identified --text-file u.txt");
            terminal.typing("from input\n")
                    .done("post-update", "--incident", "i1", "--status", "identified", "--text", "-");

            assertThat(terminal.done("timeline", "--json").json().findValuesAsText("text"))
                    .containsExactly("from a file", "from input");
        }

        @Test
        void evidence_is_kept_as_a_digest() throws Exception {
            Files.writeString(folder.resolve("auth.log"), "abc");

            terminal.does("record-finding --incident i1 --finding F --evidence auth.log");

            assertThat(terminal.done("audit", "--details").out())
                    .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }

        @Test
        void the_past_is_shown_as_of_a_position() {
            terminal.does("post-update --incident i1 --update u1 --status identified --text A");
            terminal.does("correct-update --incident i1 --update u1 --text B --reason R");

            JsonNode before = terminal.does("timeline --at-position 1 --json").json();

            assertThat(before.at("/stories/0/updates/0/text").asText()).isEqualTo("A");
            assertThat(before.at("/stories/0/updates/0/corrections")).isEmpty();
            assertThat(before.get("entries").asLong()).isEqualTo(2);
        }

        @Test
        void its_actor_is_made_of_the_name_of_the_user() {
            assertThat(terminal.done("audit", "--json")
                            .json()
                            .at("/entries/0/actor")
                            .asText())
                    .isEqualTo("staff/Ana-Example");
        }
    }

    @Test
    void an_incident_can_be_rejected_or_merged_or_closed_without_a_post_mortem() {
        for (String id : new String[] {"i1", "i2", "i3"}) {
            terminal.done("report", "--incident", id, "--title", "T", "--kind", "abuse", "--severity", "minor");
        }

        terminal.does("reject --incident i1 --reason R");
        terminal.does("merge --incident i2 --into i3 --reason R");
        terminal.does("waive-obligation --incident i3 --stage eu-gdpr-33-1-authority --reason R");
        terminal.does("resolve --incident i3 --summary S");
        terminal.does("post-mortem waive --incident i3 --reason R");

        assertThat(terminal.done("replay").out()).contains("=> rejected", "=> merged", "=> closed");
    }

    @Test
    void measures_sum_up_what_counts_and_say_which_post_mortem_is_owed() {
        for (String id : new String[] {"i1", "i2", "i3"}) {
            terminal.done("report", "--incident", id, "--title", "T", "--kind", "abuse", "--severity", "major");
        }
        terminal.does("reject --incident i1 --reason R");
        terminal.does("acknowledge --incident i2");
        terminal.does("waive-obligation --incident i3 --stage eu-gdpr-33-1-authority --reason R");
        terminal.does("resolve --incident i3 --summary S");

        assertThat(terminal.done("measures").out())
                .doesNotContain("i1")
                .containsPattern("i2 .* not-due\n")
                .containsPattern("i3 .* due\n")
                .containsPattern("acknowledge +1 ")
                .containsPattern("contain +0 +- +-\n");
        assertThat(terminal.done("measures", "--incident", "i1").out())
                .containsPattern("i1 .* not-owed\n")
                .doesNotContain("MEDIAN");
        assertThat(terminal.done("audit", "--as-of", "2020-01-01T00:00:00Z").out())
                .isEqualTo("No entry fits.\n");
        assertThat(terminal.done("measures", "--kind", "data-breach").out()).isEqualTo("There is no such incident.\n");
        assertThat(terminal.done("measures", "--json").out())
                .contains("\"postMortem\":\"due\"", "{\"measure\":\"resolve\",\"incidents\":1,\"medianSeconds\":");
    }

    @Test
    void maintenance_runs_from_its_announcement_to_its_end() {
        terminal.does("component add --component node-7 --name 'Node 7' --kind node");
        terminal.does("maintenance schedule --maintenance m1 --title T --component node-7"
                + " --from 2026-12-01T02:00 --until 2026-12-01T04:00 --time-zone Europe/Berlin");
        terminal.does("maintenance reschedule --maintenance m1 --from 2026-12-02T01:00:00Z"
                + " --until 2026-12-02T03:00:00Z --reason R");
        terminal.does("maintenance start --maintenance m1");
        terminal.does("maintenance post-update --maintenance m1 --update u1 --status in-progress --text A");
        terminal.does("maintenance correct-update --maintenance m1 --update u1 --text B --reason R");
        terminal.does("maintenance retract-update --maintenance m1 --update u1 --reason R");
        terminal.does("maintenance correct-title --maintenance m1 --title U --reason R");
        assertThat(terminal.done("status").out()).contains("under-maintenance", "Running maintenance: U");
        terminal.does("maintenance verify --maintenance m1");
        terminal.does("maintenance complete --maintenance m1 --outcome O");

        assertThat(terminal.does("timeline --maintenance m1").out())
                .contains("2026-12-01T01:00:00Z", "completed", "(retracted)", "title until");
    }

    @Test
    void the_catalog_is_described_and_listed() {
        terminal.does("page describe --name P --zone Europe/Berlin");
        terminal.does("component add --component c1 --name One --group G");
        terminal.does("component describe --component c1 --name Eins");
        terminal.does("component retire --component c1 --reason R");
        assertThat(terminal.done("component", "list").out()).contains("Eins", "no, retired");
        terminal.does("component reinstate --component c1 --reason R");

        assertThat(terminal.does("component list --json")
                        .json()
                        .at("/components/0/retired")
                        .asBoolean())
                .isFalse();
        assertThat(terminal.done("rebuild", "--json").json().get("entries").asLong())
                .isEqualTo(5);
    }

    @Test
    void the_key_is_rotated_and_the_audit_trail_says_so() {
        terminal.does("page describe --name P --zone Europe/Berlin");
        String first = terminal.done("rotate-key", "--reason", "yearly", "--json")
                .json()
                .get("key")
                .asText();
        String second = terminal.done("rotate-key", "--json").json().get("key").asText();
        assertThat(second).isNotEqualTo(first).startsWith("incident-ledger/");
        assertThat(terminal.does("audit").out()).contains("replaced the key that signs the checkpoints", first, second);
    }
}
