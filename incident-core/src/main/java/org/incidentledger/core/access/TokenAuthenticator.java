package org.incidentledger.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.incidentledger.core.access.Authentication.Admitted;
import org.incidentledger.core.access.Authentication.Rejected;
import org.incidentledger.core.access.Authentication.Why;

/**
 * Lets bearers of stored tokens in. What the policy has taken from an actor since is taken from its tokens, too. Hashes are compared in
 * a time that does not depend on them, and an id that is not known takes as long as one that is.
 */
public final class TokenAuthenticator implements Authenticator {
    private static final String NOBODY = "0".repeat(64);

    private final TokenStore tokens;
    private final AccessPolicy policy;
    private final Clock clock;

    public TokenAuthenticator(TokenStore tokens, AccessPolicy policy, Clock clock) {
        this.tokens = tokens;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(String shown) {
        Optional<AccessToken> token = AccessToken.parse(shown);
        if (token.isEmpty()) {
            return new Rejected(Why.MALFORMED, "what was shown is no access token; it begins with ilt_");
        }
        Optional<StoredToken> stored = tokens.find(token.get().id());
        boolean same = isSame(token.get().hash(), stored.map(StoredToken::hash).orElse(NOBODY));
        return stored.isPresent() && same
                ? known(stored.get())
                : new Rejected(Why.UNKNOWN, "the access token is not known; have one issued");
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private Authentication known(StoredToken token) {
        Instant revokedAt = token.revokedAt();
        if (revokedAt != null) {
            return new Rejected(
                    Why.REVOKED,
                    "access token %s was revoked at %s; have another issued".formatted(token.id(), revokedAt));
        }
        if (!clock.instant().isBefore(token.expiresAt())) {
            return new Rejected(
                    Why.EXPIRED,
                    "access token %s expired at %s; have another issued".formatted(token.id(), token.expiresAt()));
        }
        Set<Role> roles = EnumSet.copyOf(token.roles());
        roles.retainAll(policy.rolesOf(token.actor()));
        return roles.isEmpty()
                ? new Rejected(
                        Why.NO_ROLE_LEFT,
                        "%s has none of the roles of access token %s any more; ask a key holder"
                                .formatted(token.actor(), token.id()))
                : new Admitted(token.actor(), Set.copyOf(roles), token.id(), token.expiresAt());
    }
}
