package org.incidentledger.core.access;

import java.time.Instant;
import java.util.Set;
import org.incidentledger.core.decision.ActorRef;

/** The answer of an {@link Authenticator}. */
public sealed interface Authentication {
    /**
     * The bearer is let in.
     *
     * @param actor in whose name it acts
     * @param roles those of the token that the actor still has; never empty. Commands and readings of this bearer are limited to them
     * @param tokenId names the token, for logs
     * @param expiresAt the first instant at which the bearer must be asked anew
     */
    record Admitted(ActorRef actor, Set<Role> roles, String tokenId, Instant expiresAt) implements Authentication {}

    /**
     * The bearer is turned away.
     *
     * @param why for logs; a stranger is told no more than that the token does not count
     * @param message one sentence for people, without the token
     */
    record Rejected(Why why, String message) implements Authentication {}

    /** Why a bearer is turned away. */
    enum Why {
        MALFORMED,
        UNKNOWN,
        EXPIRED,
        REVOKED,
        NO_ROLE_LEFT
    }
}
