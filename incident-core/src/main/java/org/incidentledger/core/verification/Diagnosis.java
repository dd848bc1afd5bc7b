package org.incidentledger.core.verification;

import java.util.List;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.TileComparison.LeafDifference;
import org.incidentledger.core.verification.VerificationReport.Part;

/** Something about an entry is wrong: finds out what of it was signed. */
final class Diagnosis {
    private final EntrySource entries;
    private final LedgerTree tree;
    private final List<VerifierKey> keys;

    /** @param keys one of which signed the next checkpoint */
    Diagnosis(EntrySource entries, LedgerTree tree, List<VerifierKey> keys) {
        this.entries = entries;
        this.tree = tree;
        this.keys = keys;
    }

    /** @param rebuilt the tree up to and with the entry that differs; goes on growing */
    FoundException of(LeafDifference found, RebuiltTree rebuilt) {
        String disagreement = "position %d: the entry has the leaf hash %s, the tile %s has %s; "
                .formatted(found.position(), found.ofEntry(), found.tile().path(), found.inTile());
        for (SignedCheckpoint signed : tree.checkpoints(found.position() + 1, 1)) {
            if (provesEntries(signed, rebuilt)) {
                return new FoundException(
                        Part.TILE,
                        found.position(),
                        disagreement
                                + "the signed checkpoint of size %d proves the entry, so the tile was altered; have the tiles made anew"
                                        .formatted(signed.size()));
            }
            if (provesTile(signed, found)) {
                return new FoundException(
                        Part.ENTRY,
                        found.position(),
                        disagreement
                                + "the signed checkpoint of size %d proves the tile, so the entry was altered; restore it from a copy"
                                        .formatted(signed.size()));
            }
        }
        return new FoundException(
                Part.ENTRY,
                found.position(),
                disagreement + "no signed checkpoint proves either of them, so more than one thing was altered");
    }

    /**
     * An entry does not fit those before it. Unless that is how it was signed, what was altered lies further back.
     *
     * @param proved up to where a checkpoint proves the entries
     */
    FoundException of(FoundException found, RebuiltTree rebuilt, long proved) {
        for (SignedCheckpoint signed : tree.checkpoints(rebuilt.size(), 1)) {
            if (provesEntries(signed, rebuilt)) {
                return found;
            }
        }
        return new FoundException(
                Part.ENTRY,
                proved,
                "position %d: from here on no signed checkpoint proves the entries, and further on one does not fit: %s"
                        .formatted(proved, found.getMessage()));
    }

    private boolean provesEntries(SignedCheckpoint signed, RebuiltTree rebuilt) {
        try {
            Checkpoint stated = verified(signed);
            while (rebuilt.size() < stated.size()) {
                List<StoredEntry> next = entries.read(rebuilt.size(), 1);
                if (next.isEmpty() || next.getFirst().position() != rebuilt.size()) {
                    return false;
                }
                rebuilt.append(next.getFirst().bytes());
            }
            return rebuilt.root().equals(stated.root());
        } catch (TlogException | LedgerException.Corrupt notProved) {
            return false;
        }
    }

    private boolean provesTile(SignedCheckpoint signed, LeafDifference found) {
        try {
            Checkpoint stated = verified(signed);
            Hash root = stated.root();
            new TiledTree(tree.tiles(), stated.size())
                    .inclusionProof(found.position())
                    .verify(found.inTile(), root);
            return true;
        } catch (TlogException notProved) {
            return false;
        }
    }

    private Checkpoint verified(SignedCheckpoint signed) {
        return Checkpoint.parse(SignedNote.parse(signed.note()).verify(keys).text());
    }
}
