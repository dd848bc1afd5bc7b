package org.incidentledger.core.ledger;

/**
 * A ledger: entries at dense positions from 0, appended once and never changed. Safe for use by many threads.
 *
 * <p>Every adapter passes the same contract kit.
 */
public interface Ledger extends LedgerReader, LedgerTree, AutoCloseable {
    /**
     * Appends the events of one command, all or none, and returns when they are durable.
     *
     * @throws LedgerException when storage fails; its kind says whether the events may have been appended
     */
    AppendResult append(Append append);

    /** Ends appending; what was acknowledged stays. Idempotent. */
    @Override
    void close();
}
