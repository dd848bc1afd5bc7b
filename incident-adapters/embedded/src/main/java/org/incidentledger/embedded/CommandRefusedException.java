package org.incidentledger.embedded;

import org.incidentledger.core.decision.Refusal;

/** A receipt was asked for, but the command had been refused. */
public final class CommandRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    CommandRefusedException(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** Why the command was refused. */
    public Refusal refusal() {
        return refusal;
    }
}
