package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.TreeEdge;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * The end of a stored ledger, whose tree was found to be the one that was signed.
 *
 * @param head where the ledger ends
 * @param edge of the tree over its entries
 * @param checkpoint the one that was signed over it
 */
record VerifiedTree(LedgerHead head, TreeEdge edge, SignedCheckpoint checkpoint) {

    /**
     * Reads the right edge of the tree and compares it with the last checkpoint.
     *
     * @throws LedgerException.Corrupt when tiles or entries are missing, or are not the ones that were signed
     * @throws LedgerException.Unavailable when another key signed
     */
    static VerifiedTree read(Connection connection, LedgerHead head, List<VerifierKey> keys) throws SQLException {
        TreeEdge edge;
        try {
            edge = TreeEdge.read(new StoredTiles(connection), head.size());
        } catch (TlogException e) {
            throw new LedgerException.Corrupt(
                    head.size(), "the tree over the entries cannot be read: " + e.getMessage(), e);
        }
        return new VerifiedTree(head, edge, requireSigned(connection, edge, keys));
    }

    /** The checkpoint that was signed over this very tree. */
    static SignedCheckpoint requireSigned(Connection connection, TreeEdge edge, List<VerifierKey> keys)
            throws SQLException {
        SignedCheckpoint stored = CheckpointTable.at(connection, edge.size())
                .orElseThrow(() -> new LedgerException.Corrupt(
                        edge.size(), "no checkpoint of this size is stored, so these entries were never signed", null));
        Checkpoint signed = verified(stored, keys);
        if (signed.size() != edge.size() || !signed.root().equals(edge.root())) {
            throw new LedgerException.Corrupt(
                    edge.size(),
                    "the entries are not those that were signed: their tree has the root %s, the checkpoint of size %d says %s"
                            .formatted(
                                    edge.root().base64(),
                                    signed.size(),
                                    signed.root().base64()),
                    null);
        }
        return stored;
    }

    /**
     * What a checkpoint says, once its signatures by these keys were found to be good.
     *
     * @param keys at least one; any of them will do
     * @throws LedgerException.Corrupt when it is malformed or a signature is not good
     * @throws LedgerException.Unavailable when it bears no signature by these keys
     */
    static Checkpoint verified(SignedCheckpoint stored, List<VerifierKey> keys) {
        try {
            SignedNote note = SignedNote.parse(stored.note());
            if (note.signatures().stream().noneMatch(line -> keys.stream().anyMatch(key -> key.isNamedBy(line)))) {
                throw new LedgerException.Unavailable(
                        ("the checkpoint of size %d was not signed by %s, the key that was given; open the ledger with the key"
                                        + " that signed it, or, if that key is lost, start a new ledger and publish why")
                                .formatted(stored.size(), keys.getFirst().text()),
                        null);
            }
            note.verify(keys);
            return Checkpoint.parse(note.text());
        } catch (TlogException e) {
            throw new LedgerException.Corrupt(
                    stored.size(), "the checkpoint of this size is not what was signed: " + e.getMessage(), e);
        }
    }
}
