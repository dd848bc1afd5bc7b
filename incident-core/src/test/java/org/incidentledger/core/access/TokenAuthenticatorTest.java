package org.incidentledger.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.incidentledger.core.access.Authentication.Admitted;
import org.incidentledger.core.access.Authentication.Rejected;
import org.incidentledger.core.access.Authentication.Why;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAuthenticatorTest {
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final Instant ISSUED = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant EXPIRES = ISSUED.plus(Duration.ofDays(30));

    private final Map<String, StoredToken> store = new HashMap<>();
    private final AccessToken token = AccessToken.generate(new SecureRandom());

    TokenAuthenticatorTest() {
        keep(stored(Set.of(Role.AUDITOR, Role.READER)));
    }

    @Test
    void a_bearer_acts_for_the_actor_with_the_roles_of_the_token() {
        assertThat(at(ISSUED).authenticate(token.secretText()))
                .isEqualTo(new Admitted(ADA, Set.of(Role.AUDITOR, Role.READER), token.id(), EXPIRES));
    }

    @Test
    void a_token_counts_until_it_expires() {
        assertThat(at(EXPIRES.minusNanos(1)).authenticate(token.secretText())).isInstanceOf(Admitted.class);
        assertThat(why(at(EXPIRES), token.secretText())).isEqualTo(Why.EXPIRED);
    }

    @Test
    void a_revoked_token_does_not_count() {
        keep(stored(Set.of(Role.READER)).revokedAt(ISSUED.plusSeconds(1)).revokedAt(ISSUED.plusSeconds(9)));
        assertThat(at(ISSUED).authenticate(token.secretText())).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.why()).isEqualTo(Why.REVOKED);
            assertThat(rejected.message()).contains(token.id(), "2026-11-22T09:00:01Z");
        });
    }

    @Test
    void what_the_policy_took_since_is_taken_from_the_token() {
        AccessPolicy reader = actor -> Set.of(Role.READER, Role.KEY_HOLDER);
        AccessPolicy nothing = actor -> Set.of(Role.KEY_HOLDER);
        assertThat(under(reader).authenticate(token.secretText()))
                .isInstanceOfSatisfying(
                        Admitted.class, admitted -> assertThat(admitted.roles()).containsExactly(Role.READER));
        assertThat(why(under(nothing), token.secretText())).isEqualTo(Why.NO_ROLE_LEFT);
    }

    @Test
    void a_known_id_with_another_secret_is_unknown() {
        String text = token.secretText();
        char last = text.charAt(text.length() - 1);
        assertThat(why(at(ISSUED), text.substring(0, text.length() - 1) + (last == 'A' ? 'B' : 'A')))
                .isEqualTo(Why.UNKNOWN);
        assertThat(why(at(ISSUED), AccessToken.generate(new SecureRandom()).secretText()))
                .isEqualTo(Why.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ilt_", "Bearer x", "ilt_0123456789ab_short", "staff/ada"})
    void what_is_no_token_is_malformed_and_not_repeated(String shown) {
        assertThat(at(ISSUED).authenticate(shown)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.why()).isEqualTo(Why.MALFORMED);
            assertThat(rejected.message()).isEqualTo("what was shown is no access token; it begins with ilt_");
        });
    }

    @Test
    void nothing_but_its_own_text_tells_a_token() {
        String secret = token.secretText().substring(17);
        assertThat(token.toString()).contains(token.id()).doesNotContain(secret);
        assertThat(stored(Set.of(Role.READER)).toString()).doesNotContain(secret);
        assertThat(at(ISSUED).authenticate(token.secretText()).toString()).doesNotContain(secret);
    }

    @Test
    void two_tokens_are_never_the_same() {
        assertThat(AccessToken.generate(new SecureRandom()).secretText()).isNotEqualTo(token.secretText());
        assertThat(token.secretText()).hasSize(4 + 12 + 1 + 43);
    }

    @Test
    void what_cannot_be_a_token_is_not_stored() {
        assertThatThrownBy(() -> stored(Set.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("no role");
        assertThatThrownBy(() -> new StoredToken(
                        token.id(), "x", ActorRef.SYSTEM, Set.of(Role.READER), ISSUED, EXPIRES, null, token.hash()))
                .hasMessageContaining("a token for system");
        assertThatThrownBy(() -> new StoredToken(
                        token.id(), "x", ADA, Set.of(Role.READER), EXPIRES, EXPIRES, null, token.hash()))
                .hasMessageContaining("expires before");
        assertThatThrownBy(
                        () -> new StoredToken(token.id(), "x", ADA, Set.of(Role.READER), ISSUED, EXPIRES, null, "abc"))
                .hasMessageContaining("64 hexadecimal digits");
    }

    private StoredToken stored(Set<Role> roles) {
        return new StoredToken(token.id(), "laptop", ADA, roles, ISSUED, EXPIRES, null, token.hash());
    }

    private void keep(StoredToken stored) {
        store.put(stored.id(), stored);
    }

    private Authenticator at(Instant now) {
        return authenticator(AccessPolicy.everyRole(), now);
    }

    private Authenticator under(AccessPolicy policy) {
        return authenticator(policy, ISSUED);
    }

    private Authenticator authenticator(AccessPolicy policy, Instant now) {
        return new TokenAuthenticator(
                id -> Optional.ofNullable(store.get(id)), policy, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Why why(Authenticator authenticator, String shown) {
        Authentication answer = authenticator.authenticate(shown);
        assertThat(answer).isInstanceOf(Rejected.class);
        return ((Rejected) answer).why();
    }
}
