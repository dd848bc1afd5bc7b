package org.incidentledger.core.access;

import org.incidentledger.core.decision.Refusal;

/** The answer of an {@link AccessPolicy}. */
public sealed interface AccessDecision {
    /** The actor may. */
    record Granted() implements AccessDecision {
        static final Granted INSTANCE = new Granted();
    }

    /** The actor may not; the refusal names the actor, the action, the roles that would do, and how to get one. */
    record Denied(Refusal refusal) implements AccessDecision {}
}
