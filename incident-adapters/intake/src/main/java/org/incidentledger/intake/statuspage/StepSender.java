package org.incidentledger.intake.statuspage;

import org.incidentledger.embedded.Outcome;

/** Carries one step of a plan out. */
@FunctionalInterface
interface StepSender {
    /** @throws org.incidentledger.core.ledger.LedgerException when storage fails */
    Outcome send(Step step);
}
