package org.incidentledger.core.verification;

import java.util.List;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.InclusionProof;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.TlogProof;

/**
 * An entry and the proof that it is in the ledger: enough for anybody who has the ledger's key.
 *
 * @param proof leads from the entry to a signed checkpoint
 * @param entry as it lies in the ledger
 */
public record EntryProof(TlogProof proof, StoredEntry entry) {
    /**
     * The proof of an entry, under the latest checkpoint.
     *
     * @throws TlogException.OutsideTree when no checkpoint covers the position
     * @throws LedgerException.Corrupt when the entry is not the one that was signed, or its proof cannot be made
     */
    public static EntryProof of(EntrySource entries, LedgerTree tree, long position) {
        SignedCheckpoint latest = tree.checkpoint();
        TiledTree tiled = new TiledTree(tree.tiles(), latest.size());
        InclusionProof inclusion = tiled.inclusionProof(position);
        List<StoredEntry> read = entries.read(position, 1);
        if (read.isEmpty() || read.getFirst().position() != position) {
            throw new LedgerException.Corrupt(position, "the entry is missing; verify the ledger", null);
        }
        StoredEntry entry = read.getFirst();
        try {
            SignedNote note = SignedNote.parse(latest.note());
            Hash leaf = Rfc6962.leafHash(entry.bytes());
            inclusion.verify(leaf, Checkpoint.parse(note.text()).root());
            return new EntryProof(TlogProof.of(inclusion, note), entry);
        } catch (TlogException.Malformed | TlogException.Rejected e) {
            throw new LedgerException.Corrupt(position, "the entry cannot be proved; verify the ledger", e);
        }
    }
}
