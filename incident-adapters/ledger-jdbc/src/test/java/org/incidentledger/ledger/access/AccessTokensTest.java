package org.incidentledger.ledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.incidentledger.core.access.AccessToken;
import org.incidentledger.core.access.Authentication;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.access.StoredToken;
import org.incidentledger.core.access.TokenAuthenticator;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    Path folder;

    private final AccessToken token = AccessToken.generate(new SecureRandom());

    @SuppressWarnings("NullAway.Init") // made before each test
    private AccessFolder access;

    @BeforeEach
    void begin() {
        access = new AccessFolder(folder.resolve("keys"));
    }

    @Test
    void a_token_is_found_again_with_everything_but_itself() throws IOException {
        access.keep(stored(token, NOW));
        assertThat(access.storedTokens()).containsExactly(stored(token, NOW));
        assertThat(access.tokens().find(token.id())).contains(stored(token, NOW));
        assertThat(access.tokens().find("000000000000")).isEmpty();
        assertThat(Files.readString(file()))
                .contains(token.hash())
                .doesNotContain(token.secretText().substring(17));
    }

    @Test
    void nobody_but_the_owner_may_use_the_file() throws IOException {
        access.keep(stored(token, NOW));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> access.tokens()).hasMessageContaining("may be read or written by others");
    }

    @Test
    void a_revoked_token_stays_listed_and_turns_its_bearer_away() {
        access.keep(stored(token, NOW));
        assertThat(authenticate()).isInstanceOf(Authentication.Admitted.class);
        assertThat(access.revokeToken(token.id(), NOW))
                .contains(stored(token, NOW).revokedAt(NOW));
        assertThat(authenticate())
                .isInstanceOfSatisfying(
                        Authentication.Rejected.class,
                        rejected -> assertThat(rejected.why()).isEqualTo(Authentication.Why.REVOKED));
        assertThat(access.revokeToken("000000000000", NOW)).isEmpty();
    }

    @Test
    void tokens_that_ended_long_ago_are_dropped_when_another_is_kept() {
        AccessToken other = AccessToken.generate(new SecureRandom());
        access.keep(stored(token, NOW.minus(Duration.ofDays(200))));
        access.keep(stored(other, NOW));
        assertThat(access.storedTokens()).containsExactly(stored(other, NOW));
    }

    @Test
    void a_wrong_line_is_named() throws IOException {
        access.keep(stored(token, NOW));
        String line = Files.readString(file());
        Files.writeString(file(), line.replace("reader", "raeder"));
        assertThatThrownBy(() -> access.tokens())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("access-tokens, line 2: 'raeder' is no role");
        Files.writeString(file(), line + line);
        assertThatThrownBy(() -> access.tokens()).hasMessageContaining("line 4: there are two tokens " + token.id());
        Files.writeString(file(), "token x\n");
        assertThatThrownBy(() -> access.tokens()).hasMessageContaining("line 1: this is no token; write: token ID");
    }

    private Path file() {
        return folder.resolve("keys").resolve("access-tokens");
    }

    private Authentication authenticate() {
        return new TokenAuthenticator(access.tokens(), access.policy(), Clock.fixed(NOW, ZoneOffset.UTC))
                .authenticate(token.secretText());
    }

    private static StoredToken stored(AccessToken token, Instant issued) {
        return new StoredToken(
                token.id(),
                "laptop",
                new ActorRef("staff/ada"),
                Set.of(Role.READER, Role.AUDITOR),
                issued,
                issued.plus(Duration.ofDays(30)),
                null,
                token.hash());
    }
}
