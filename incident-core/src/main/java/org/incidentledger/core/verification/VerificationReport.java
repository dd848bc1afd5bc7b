package org.incidentledger.core.verification;

import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.VerifierKey;

/** What came of verifying a ledger. */
public sealed interface VerificationReport {
    /** What was found to be wrong. */
    enum Part {
        /** An entry; the position is its own. */
        ENTRY,

        /** A tile; the position is the first that its first wrong or missing hash covers. */
        TILE,

        /** A signed checkpoint; the position is its size, which is that of the first entry it does not cover. */
        CHECKPOINT,

        /** A file of a copy that says nothing about an entry; the position is the size of the copy. */
        FILE
    }

    /**
     * Everything holds: each entry is in its place, the tree over them is the one in the tiles, and every checkpoint was signed
     * over it by the key that was the ledger's then.
     *
     * @param key the ledger's key now
     * @param latest the checkpoint that covers all of it
     */
    record Verified(VerifierKey key, SignedCheckpoint latest, Counts counts) implements VerificationReport {}

    /**
     * Something does not hold. What lies before it was verified.
     *
     * @param position the first that is wrong, in the order of positions; what it counts depends on the part
     * @param what in words for an auditor
     */
    record Failed(Part part, long position, String what) implements VerificationReport {}

    /**
     * How much was verified.
     *
     * @param entryBytes the sum of the lengths of all entries
     * @param tiles full and partial ones, of all levels
     * @param checkpoints of the whole history
     * @param keyRotations how often the ledger's key was replaced
     */
    record Counts(long entries, long entryBytes, long streams, long tiles, long checkpoints, long keyRotations) {}
}
