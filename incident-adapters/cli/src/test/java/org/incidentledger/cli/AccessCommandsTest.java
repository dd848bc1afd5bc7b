package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.incidentledger.cli.Terminal.Printed;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.Authentication;
import org.incidentledger.core.access.Authentication.Admitted;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.access.TokenAuthenticator;
import org.incidentledger.ledger.access.AccessFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessCommandsTest {
    private static final String REPORT = "report --incident i-1 --title 'Login' --kind abuse --severity minor";
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Terminal terminal;

    @BeforeEach
    void begin() {
        terminal = new Terminal(folder).at(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void without_an_access_file_everybody_may_do_everything() {
        terminal.does(REPORT + " --actor staff/anybody");
        assertThat(terminal.does("access list --json")
                        .json()
                        .get("everybodyHasEveryRole")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void each_role_does_what_it_may_and_what_it_may_not_is_recorded() {
        terminal.does(REPORT + " --reporter-subject client/ann --reporter 'Ann Example'");
        for (Role role : Role.values()) {
            terminal.does("access grant %s staff/%s".formatted(role.word(), role.word()));
        }
        Map<String, Action> commands = Map.of(
                "measures",
                Action.READ_INCIDENTS,
                "audit",
                Action.READ_AUDIT_TRAIL,
                "subject client/ann --reason x",
                Action.OPEN_SEALED,
                "erase --subject client/ann --dry-run",
                Action.ERASE);
        long refused = 0;
        for (Role role : Role.values()) {
            for (Map.Entry<String, Action> command : commands.entrySet()) {
                boolean may = command.getValue().allowedBy().contains(role);
                String[] words = "%s --actor staff/%s"
                        .formatted(command.getKey(), role.word())
                        .split(" ");
                assertThat(terminal.run(words).exitCode())
                        .as("%s by a %s", command.getKey(), role.word())
                        .isEqualTo(may ? 0 : 1);
                refused += may ? 0 : 1;
            }
        }
        assertThat(refused).isPositive();
        assertThat(terminal.does("audit --refused --json").json().get("refusals"))
                .hasSize((int) refused);
    }

    @Nested
    class The_first_grant {
        @BeforeEach
        void grant() {
            terminal.does(REPORT);
            assertThat(terminal.does("access grant reader staff/eve").out())
                    .contains("staff/eve has the role reader", "whoever is not named has no role", "staff/Ana-Example");
        }

        @Test
        void leaves_its_giver_every_role_and_others_what_they_were_given() {
            terminal.does("acknowledge --incident i-1");
            terminal.does("measures --actor staff/eve");
            assertThat(terminal.does("access list").out()).contains("staff/eve", "reader", "key-holder");
        }

        @Test
        void turns_others_away_with_the_role_that_it_takes() {
            Printed refused = terminal.run("acknowledge", "--incident", "i-1", "--actor", "staff/eve");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains(
                            "staff/eve may not",
                            "role responder",
                            "'access grant responder staff/eve'",
                            "not-permitted");
        }

        @Test
        void is_for_every_reading_that_is_not_public() {
            for (String reading :
                    new String[] {"audit", "verify", "replay", "export x", "prove 0 --out p", "rebuild"}) {
                assertThat(terminal.run((reading + " --actor staff/mallory").split(" "))
                                .exitCode())
                        .as(reading)
                        .isEqualTo(1);
            }
            terminal.does("timeline --actor staff/mallory");
            terminal.does("status --actor staff/mallory");
        }

        @Test
        void lets_nobody_else_give_roles() {
            assertThat(terminal.run("access", "grant", "key-holder", "staff/eve", "--actor", "staff/eve")
                            .exitCode())
                    .isEqualTo(1);
            assertThat(terminal.does("access list").out()).doesNotContain("staff/eve  key-holder");
            assertThat(messages(terminal.does("audit --refused --json").json()))
                    .contains("may not give and take roles");
        }

        @Test
        void lets_an_auditor_see_what_was_refused() {
            terminal.run("acknowledge", "--incident", "i-1", "--actor", "staff/eve");
            terminal.run("audit", "--actor", "staff/eve");
            JsonNode refusals = terminal.does("audit --refused --json").json();
            assertThat(refusals.get("refusals")).hasSize(2);
            assertThat(messages(refusals))
                    .contains("staff/eve may not see who did what", "staff/eve may not acknowledge");
            assertThat(terminal.does("audit --refused --incident i-1").out())
                    .contains("incident/i-1  not-permitted")
                    .doesNotContain("read-audit-trail");
        }

        @Test
        void can_be_taken_back_but_for_the_last_key_holder() {
            terminal.does("access revoke reader staff/eve");
            assertThat(terminal.run("measures", "--actor", "staff/eve").exitCode())
                    .isEqualTo(1);
            Printed last = terminal.run("access", "revoke", "key-holder", "staff/Ana-Example");
            assertThat(last.exitCode()).isEqualTo(2);
            assertThat(last.err()).contains("last key holder");
            assertThat(terminal.run("access", "revoke", "reader", "staff/eve").err())
                    .contains("was not given the role");
        }

        private static String messages(JsonNode refusals) {
            return String.join(
                    "\n",
                    StreamSupport.stream(refusals.get("refusals").spliterator(), false)
                            .map(refusal -> refusal.get("message").asText())
                            .toList());
        }
    }

    @Test
    void a_bad_access_file_is_named_with_its_line_and_nothing_is_done() throws IOException {
        terminal.does(REPORT);
        terminal.does("access grant reader staff/eve");
        Path file = folder.resolve("incident-ledger").resolve("access");
        Files.writeString(file, Files.readString(file) + "grant root staff/eve\n");
        Printed printed = terminal.run("acknowledge", "--incident", "i-1");
        assertThat(printed.exitCode()).isEqualTo(2);
        assertThat(printed.err()).contains(file + ", line 9: 'root' is no role; use one of: reader");
    }

    @Test
    void refusals_are_pruned_by_age() {
        terminal.does(REPORT);
        terminal.does("access grant reader staff/eve");
        terminal.run("audit", "--actor", "staff/eve");
        assertThat(terminal.does("prune-refusals --older-than-days 1 --json")
                        .json()
                        .get("pruned")
                        .asInt())
                .isZero();
        terminal.at(Clock.fixed(NOW.plus(Duration.ofDays(2)), ZoneOffset.UTC));
        assertThat(terminal.does("prune-refusals --older-than-days 1 --json")
                        .json()
                        .get("pruned")
                        .asInt())
                .isEqualTo(1);
        assertThat(terminal.does("audit --refused").out()).isEqualTo("No refusal is remembered.\n");
    }

    @Test
    void roles_shows_what_each_may_do() {
        assertThat(terminal.does("access roles").out()).contains("report", "every role", "rotate-keys", "key-holder");
    }

    @Nested
    class An_access_token {
        @Test
        void is_printed_once_and_lets_its_bearer_in() throws IOException {
            JsonNode issued = terminal.does("access token issue --for staff/eve --role auditor --role reader"
                            + " --label laptop --expires 90d --json")
                    .json();
            String token = issued.get("token").asText();
            assertThat(authenticate(token)).isInstanceOfSatisfying(Admitted.class, admitted -> {
                assertThat(admitted.actor()).hasToString("staff/eve");
                assertThat(admitted.roles()).hasSize(2);
                assertThat(admitted.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
            });
            assertThat(terminal.does("access token list").out())
                    .contains("laptop", "staff/eve", "reader, auditor", "valid")
                    .doesNotContain(token.substring(17));
            assertThat(Files.readString(folder.resolve("incident-ledger").resolve("access-tokens")))
                    .doesNotContain(token.substring(17));
        }

        @Test
        void can_be_revoked() {
            JsonNode issued = terminal.does("access token issue --for staff/eve --role reader --expires 1d --json")
                    .json();
            String id = issued.get("id").asText();
            assertThat(terminal.does("access token revoke " + id).out()).contains(id, "counts no more");
            assertThat(terminal.does("access token list").out()).contains("revoked");
            assertThat(authenticate(issued.get("token").asText())).isInstanceOf(Authentication.Rejected.class);
            assertThat(terminal.run("access", "token", "revoke", "nothing").exitCode())
                    .isEqualTo(2);
        }

        @Test
        void carries_no_role_that_its_actor_lacks() {
            terminal.does("access grant reader staff/eve");
            Printed printed = terminal.run(
                    "access", "token", "issue", "--for", "staff/eve", "--role", "auditor", "--expires", "9d");
            assertThat(printed.exitCode()).isEqualTo(2);
            assertThat(printed.err()).contains("staff/eve has not the role auditor", "access grant auditor staff/eve");
        }

        @Test
        void does_not_last_for_ever() {
            for (String expires : new String[] {"367d", "2026-11-22T08:59:59Z", "soon"}) {
                assertThat(terminal.run(
                                        "access",
                                        "token",
                                        "issue",
                                        "--for",
                                        "staff/e",
                                        "--role",
                                        "reader",
                                        "--expires",
                                        expires)
                                .exitCode())
                        .as(expires)
                        .isEqualTo(2);
            }
        }

        private Authentication authenticate(String token) {
            AccessFolder access = new AccessFolder(folder.resolve("incident-ledger"));
            return new TokenAuthenticator(access.tokens(), access.policy(), Clock.fixed(NOW, ZoneOffset.UTC))
                    .authenticate(token);
        }
    }
}
