package org.incidentledger.core.ledger;

import java.util.Optional;

/**
 * Keeps the last snapshot of each stream, as it is told. Safe for use by many threads, and by many processes where the ledger is.
 *
 * <p>Every method throws {@link LedgerException.Unavailable} when the storage fails, or has no room for snapshots.
 */
public interface SnapshotStore {
    /** The one of a stream. */
    Optional<Snapshot> find(StreamId stream);

    /** Keeps one in the place of the one before, unless that one is newer and was written by the same code. */
    void put(Snapshot snapshot);

    /** Forgets the one of a stream, if there is one. */
    void remove(StreamId stream);

    /** Forgets all of them. */
    void clear();
}
