package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.core.tlog.TlogException;

/**
 * Refuses a ledger that does not continue what was signed before: a checkpoint that others may hold must stay a prefix of every later
 * one.
 */
final class NoFork {
    private static final String WAYS_OUT =
            "; put the newest copy of the database back and open it again; if there is none, keep this one as it is, start a new ledger"
                    + " elsewhere and publish the last checkpoint of both";

    private NoFork() {}

    /**
     * Compares the ledger with a checkpoint that was kept outside of the database.
     *
     * @throws LedgerException.Corrupt when the ledger is smaller than it, or has another history
     */
    static void requireContinuation(Connection connection, VerifiedTree tree, SignedCheckpoint kept) {
        Checkpoint signed = parse(kept);
        requireSameLedger(tree, signed);
        long size = tree.head().size();
        if (signed.size() > size) {
            throw new LedgerException.Corrupt(
                    size,
                    ("the database ends here, but %d entries were signed: it was set back, say to an older backup, or lost its end"
                                    + WAYS_OUT)
                            .formatted(signed.size()),
                    null);
        }
        // Mostly it is the last one, whose root was computed already.
        Hash root = signed.size() == size ? tree.edge().root() : rootAt(connection, signed.size());
        if (!root.equals(signed.root())) {
            throw new LedgerException.Corrupt(
                    size,
                    ("the first %d entries are not those that were signed (root %s, found %s): history was rewritten, or the"
                                    + " database is a copy that went its own way" + WAYS_OUT)
                            .formatted(signed.size(), signed.root().base64(), root.base64()),
                    null);
        }
    }

    private static Checkpoint parse(SignedCheckpoint kept) {
        try {
            return Checkpoint.parse(SignedNote.parse(kept.note()).text());
        } catch (TlogException e) {
            throw new LedgerException.Unavailable(
                    "the checkpoint that is kept outside of the database cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireSameLedger(VerifiedTree tree, Checkpoint signed) {
        String origin = tree.head().origin();
        if (!signed.origin().equals(origin)) {
            throw new LedgerException.Unavailable(
                    "the database holds the ledger %s, and the checkpoint that is kept outside of it is of %s; open each ledger with its own keys"
                            .formatted(origin, signed.origin()),
                    null);
        }
    }

    private static Hash rootAt(Connection connection, long size) {
        try {
            return new TiledTree(new StoredTiles(connection), size).root();
        } catch (TlogException e) {
            throw new LedgerException.Corrupt(size, "the tree over the entries cannot be read: " + e.getMessage(), e);
        }
    }
}
