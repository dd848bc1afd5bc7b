package org.incidentledger.core.ledger;

import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.tlog.VerifierKey;

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

    /** The key that verifies the checkpoints that are signed now; entries of the ledger say which keys signed before. */
    VerifierKey key();

    /**
     * Lets another key sign from now on, made by whoever keeps the keys. An entry of the ledger says so, and the first checkpoint over
     * it is signed by both keys.
     *
     * @throws LedgerException when storage fails, or the keys cannot be written; see {@link #append}
     */
    Receipt rotateKey(CommandHeader header);

    /** The sealed values beside its entries. */
    SealedStore sealed();

    /** Ends appending; what was acknowledged stays. Idempotent. */
    @Override
    void close();
}
