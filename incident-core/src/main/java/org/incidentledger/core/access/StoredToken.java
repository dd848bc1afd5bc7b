package org.incidentledger.core.access;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.Identifier;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an access token.
 *
 * @param id names it
 * @param label what it is for, such as {@code laptop}
 * @param actor in whose name its bearer acts; not {@code system}
 * @param roles with which; at least one
 * @param expiresAt the first instant at which it counts no more
 * @param revokedAt since when it does not count; absent while it does
 * @param hash the SHA-256 of the token, 64 lower-case hexadecimal digits
 */
public record StoredToken(
        String id,
        String label,
        ActorRef actor,
        Set<Role> roles,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        String hash) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** @throws InvalidValueException naming the first part that is wrong */
    public StoredToken {
        roles = Set.copyOf(roles);
        require(ID.matcher(id).matches(), "'%s' is no id of a token; it has 12 hexadecimal digits", id);
        Identifier.require("label of a token", label);
        require(!actor.equals(ActorRef.SYSTEM), "a token for %s; name a person or a service", actor);
        require(!roles.isEmpty(), "the token %s has no role; give it at least one", id);
        require(expiresAt.isAfter(issuedAt), "the token %s expires before it is issued", id);
        require(SHA_256.matcher(hash).matches(), "the hash of token %s is none; it has 64 hexadecimal digits", id);
    }

    private static void require(boolean condition, String message, Object value) {
        if (!condition) {
            throw new InvalidValueException(message.formatted(value));
        }
    }

    /** The same, which counts no more; one that was revoked before stays so since then. */
    public StoredToken revokedAt(Instant now) {
        return revokedAt != null ? this : new StoredToken(id, label, actor, roles, issuedAt, expiresAt, now, hash);
    }
}
