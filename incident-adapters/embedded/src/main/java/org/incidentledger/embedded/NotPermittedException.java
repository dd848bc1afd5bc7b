package org.incidentledger.embedded;

import org.incidentledger.core.decision.Refusal;

/** An actor asked for something that takes a role that it does not have. */
public final class NotPermittedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    NotPermittedException(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** Names the actor, what it wanted, the role that it takes and how to get it. */
    public Refusal refusal() {
        return refusal;
    }
}
