package org.incidentledger.ledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.incidentledger.core.access.AccessDecision;
import org.incidentledger.core.access.AccessPolicy;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileAccessPolicyTest {
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final ActorRef EVE = new ActorRef("staff/eve");
    private static final ActorRef SITE = new ActorRef("service/site");

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void without_a_file_everybody_has_every_role() {
        assertThat(policy().rolesOf(EVE)).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void with_a_file_only_who_is_named_has_a_role() throws IOException {
        write("# our people\n\n  grant responder   staff/ada\ngrant reader staff/*\n");
        assertThat(policy().rolesOf(ADA)).containsExactlyInAnyOrder(Role.READER, Role.RESPONDER);
        assertThat(policy().rolesOf(EVE)).containsExactly(Role.READER);
        assertThat(policy().rolesOf(SITE)).isEmpty();
        assertThat(policy().rolesOf(ActorRef.SYSTEM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant respnder staff/ada | line 2: 'respnder' is no role; use one of: reader, responder",
                "grant reader ada | line 2: 'ada' is no actor reference",
                "grant reader staff/a* | or all of a kind, such as staff/*",
                "reader staff/ada | line 2: 'reader staff/ada' grants nothing; write: grant ROLE ACTOR"
            })
    void a_wrong_line_is_named_with_what_to_write(String line, String message) throws IOException {
        write("# first\n" + line + "\n");
        assertThatThrownBy(this::policy)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(folder.resolve("access").toString())
                .hasMessageContaining(message);
    }

    @Test
    void a_file_that_others_may_read_is_refused() throws IOException {
        write("grant reader staff/ada\n");
        Files.setPosixFilePermissions(folder.resolve("access"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::policy)
                .isInstanceOf(LedgerException.Unavailable.class)
                .hasMessageContaining("rw-r--r--")
                .hasMessageContaining("600");
    }

    @Nested
    class While_the_ledger_is_open {
        @Test
        void a_change_is_seen_within_a_second_and_not_looked_for_more_often() throws IOException {
            AccessPolicy policy = policy();
            write("grant reader staff/ada\n");
            nanos.addAndGet(Duration.ofMillis(999).toNanos());
            assertThat(policy.rolesOf(ADA)).hasSize(Role.values().length);
            nanos.addAndGet(Duration.ofMillis(1).toNanos());
            assertThat(policy.rolesOf(ADA)).containsExactly(Role.READER);
        }

        @Test
        void a_file_that_was_spoiled_grants_nothing_until_it_is_mended() throws IOException {
            write("grant reader staff/ada\n");
            AccessPolicy policy = policy();
            write("grant reader staff/ada\ngrant everything staff/eve\n");
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(policy.rolesOf(ADA)).isEmpty();
            assertThat(policy.decide(ADA, Action.READ_INCIDENTS))
                    .isInstanceOf(AccessDecision.Denied.class)
                    .asString()
                    .contains("nobody may do anything until this is mended", "line 2: 'everything' is no role");

            write("grant reader staff/ada\ngrant auditor staff/eve\n");
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(policy.decide(ADA, Action.READ_INCIDENTS)).isInstanceOf(AccessDecision.Granted.class);
        }
    }

    @Test
    void granting_and_revoking_keep_every_other_line() throws IOException {
        AccessFolder access = new AccessFolder(folder);
        write("# who is who\ngrant reader staff/*");
        Grant auditor = new Grant(Role.AUDITOR, "staff/eve");
        access.grant(List.of(auditor, new Grant(Role.READER, "staff/*")));
        assertThat(Files.readString(folder.resolve("access")))
                .isEqualTo("# who is who\ngrant reader staff/*\ngrant auditor staff/eve\n");
        access.revoke(auditor);
        assertThat(Files.readString(folder.resolve("access"))).isEqualTo("# who is who\ngrant reader staff/*\n");
        assertThat(access.grants().orElseThrow()).containsExactly(new Grant(Role.READER, "staff/*"));
    }

    private AccessPolicy policy() {
        return new FileAccessPolicy(folder.resolve("access"), nanos::get);
    }

    private void write(String text) throws IOException {
        Path file = folder.resolve("access");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
