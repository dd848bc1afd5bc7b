package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.incidentledger.cli.Terminal.Printed;
import org.incidentledger.embedded.IncidentLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    private static final String[] REPORT = {
        "report", "--incident", "i1", "--title", "T", "--kind", "security-event", "--severity", "major"
    };

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    /** One line that says it, the right exit code, nothing on standard output, and no ledger made on the way. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2 | no command is given          |
                    2 | Unmatched argument           | frobnicate
                    2 | Unknown option               | report --title T --kind abuse --severity minor --frobnicate
                    2 | Missing required options     | report --title T
                    2 | is no incident kind          | report --title T --kind explosion --severity major
                    2 | is no severity               | report --title T --kind abuse --severity MAJOR
                    2 | is no incident id            | report --title T --kind abuse --severity minor --incident ../x
                    2 | is no actor reference        | report --title T --kind abuse --severity minor --actor bob
                    2 | is no UUID                   | report --title T --kind abuse --severity minor --command-id 1-1-1-1-1
                    2 | is no instant                | report --title T --kind abuse --severity minor --occurred-at soon
                    2 | says no time zone            | report --title T --kind abuse --severity minor --occurred-at 2026-05-01T10:00
                    2 | there is no time zone        | report --title T --kind abuse --severity minor --time-zone Mars/Olympus
                    2 | never was in Europe/Berlin   | report --title T --kind abuse --severity minor --occurred-at 2026-03-29T02:30[Europe/Berlin]
                    2 | was twice in Europe/Berlin   | report --title T --kind abuse --severity minor --occurred-at 2026-10-25T02:30[Europe/Berlin]
                    2 | says no status               | report --title T --kind abuse --severity minor --component mail
                    2 | is no public status          | post-update --incident i1 --status broken --text T
                    2 | no text is given             | post-update --incident i1 --status identified
                    2 | are both given               | post-update --incident i1 --status identified --text T --text-file F
                    2 | there is no file             | post-update --incident i1 --status identified --text-file none.txt
                    2 | no reason is given           | reopen --incident i1
                    2 | no incident is named         | acknowledge
                    2 | one plain line               | notify --incident i1 --audience staff --channel mail --subject 'a' --message M
                    2 | is no mail address           | notify --incident i1 --audience staff --channel mail --subject S --message M --to nobody
                    2 | no mail is sent              | notify --incident i1 --audience staff --channel x --subject S --message M --to a@example.org
                    2 | needs one of                 | post-mortem
                    2 | is not a database of Postgr  | status --ledger jdbc:mysql://localhost/x
                    2 | there is no ledger           | timeline
                    2 | cannot be read               | record-finding --incident i1 --finding F --evidence none.log
                    1 | [incident-unknown]           | resolve --incident i1 --summary S
                    1 | [maintenance-unknown]        | maintenance start --maintenance m1
                    """)
    void is_answered_by_one_line(int exitCode, String said, String line) {
        String[] args =
                line == null ? new String[0] : line.replace("'a'", "a\u0007b").split(" ");

        Printed printed = terminal.run(args);

        assertThat(printed.exitCode()).as(printed.err()).isEqualTo(exitCode);
        assertThat(printed.err()).startsWith("incident: ").contains(said).hasLineCount(1);
        assertThat(printed.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_refusal_names_its_rule_in_text_and_in_json() {
        terminal.done(REPORT);

        Printed refused = terminal.run("post-mortem", "publish", "--incident", "i1", "--json");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("[incident-not-resolved]").hasLineCount(1);
        JsonNode error = refused.json().get("error");
        assertThat(error.get("kind").asText()).isEqualTo("refused");
        assertThat(error.get("rule").asText()).isEqualTo("incident-not-resolved");
        assertThat(error.get("exit").asInt()).isEqualTo(1);
    }

    @Test
    void an_instant_in_the_future_is_refused_and_nothing_is_appended() {
        terminal.done(REPORT);
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();

        assertThat(terminal.run("acknowledge", "--incident", "i1", "--occurred-at", tomorrow)
                        .err())
                .contains("[in-the-future]");
        assertThat(terminal.run("timeline", "--as-of", tomorrow))
                .returns(2, Printed::exitCode)
                .extracting(Printed::err)
                .asString()
                .contains("lies in the future");
        assertThat(terminal.done("audit", "--json").json().get("entries")).hasSize(1);
    }

    @Test
    void a_text_of_100_mb_is_not_even_read() {
        terminal.done(REPORT);
        CountedInput endless = new CountedInput();

        Printed printed = terminal.typing(endless)
                .run("post-update", "--incident", "i1", "--status", "identified", "--text", "-");

        assertThat(printed.exitCode()).isEqualTo(2);
        assertThat(printed.err()).contains("the limit for a text").hasLineCount(1);
        assertThat(endless.read).isLessThan(3_000_000);
    }

    /** Never ends. */
    private static final class CountedInput extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) 'x');
            read += length;
            return length;
        }
    }

    @Test
    void a_text_beyond_the_limit_of_the_domain_is_refused() throws Exception {
        terminal.done(REPORT);
        Files.writeString(folder.resolve("long.txt"), "x".repeat(10_001));

        assertThat(terminal.run("post-update", "--incident", "i1", "--status", "identified", "--text-file", "long.txt"))
                .returns(1, Printed::exitCode)
                .extracting(Printed::err)
                .asString()
                .contains("[text-too-long]");
    }

    @Test
    void a_file_that_is_no_text_is_named() throws Exception {
        Files.write(folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xFF});

        assertThat(terminal.run("post-update", "--incident", "i1", "--status", "identified", "--text-file", "image.png")
                        .err())
                .contains("image.png is not UTF-8 text");
    }

    @Test
    void a_component_that_is_not_in_the_catalog_is_answered_with_those_that_are() {
        terminal.done("component", "add", "--component", "mail", "--name", "Mail");

        Printed printed = terminal.run(
                "report", "--title", "T", "--kind", "abuse", "--severity", "minor", "--component", "mial=major-outage");

        assertThat(printed.exitCode()).isEqualTo(2);
        assertThat(printed.err())
                .contains("no component mial", "known are: mail", "component add")
                .hasLineCount(1);
        assertThat(terminal.done("audit", "--json").json().get("entries")).hasSize(1);
    }

    @Test
    void whoever_names_no_incident_is_told_which_are_open() {
        terminal.done(REPORT);

        assertThat(terminal.run("acknowledge").err()).contains("1 open: i1 'T'").hasLineCount(1);
    }

    @Test
    void an_incident_that_never_was_is_not_an_empty_answer() {
        terminal.done(REPORT);

        assertThat(terminal.run("timeline", "--incident", "i2"))
                .returns(2, Printed::exitCode)
                .extracting(Printed::err)
                .asString()
                .contains("there is no incident i2");
        assertThat(terminal.run("audit", "--at-position", "7").err()).contains("use one from 0 to 0");
        assertThat(terminal.run("audit", "--at-position", "0", "--as-of", "2026-01-01T00:00:00Z")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_second_process_on_the_same_folder_is_turned_away() {
        terminal.done(REPORT);
        try (IncidentLedger other = IncidentLedger.open(folder.resolve("incident-ledger"))) {
            Printed printed = terminal.run("acknowledge", "--incident", "i1");

            assertThat(other.head().size()).isEqualTo(1);
            assertThat(printed.exitCode()).as(printed.err()).isEqualTo(3);
            assertThat(printed.err()).hasLineCount(1);
        }
    }

    @Test
    void a_stack_trace_is_only_for_those_who_ask() {
        assertThat(terminal.run("timeline", "--debug").err()).contains("at org.incidentledger.cli");
        assertThat(terminal.run("timeline").err()).doesNotContain("at org.incidentledger.cli");
    }
}
