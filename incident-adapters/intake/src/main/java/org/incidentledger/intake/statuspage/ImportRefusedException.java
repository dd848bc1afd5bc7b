package org.incidentledger.intake.statuspage;

import org.incidentledger.core.decision.Refusal;

/** A rule of the ledger stands against what the source tells; its message names the incident and update, the value and the rule. */
public final class ImportRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    ImportRefusedException(String subject, Refusal refusal) {
        super("%s: %s".formatted(subject, refusal.message()));
        this.refusal = refusal;
    }

    /** The rule that stands against it. */
    public Refusal refusal() {
        return refusal;
    }
}
