package org.incidentledger.embedded;

import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.sealing.PlainValue;

/** What became of the wish to see a sealed value. */
public sealed interface Opening {
    /**
     * It is open to whoever asked, which the ledger records.
     *
     * @param position of the entry that commits to it
     */
    record Open(PlainValue value, long position) implements Opening {}

    /** It stays sealed: a rule stands against opening it for this actor. */
    record StaysSealed(Refusal refusal) implements Opening {}

    /**
     * It was erased.
     *
     * @param position of the entry that committed to it
     * @param erasedAt the position of the entry that says so
     */
    record Erased(long position, long erasedAt) implements Opening {}
}
