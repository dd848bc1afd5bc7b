package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.Tile;
import org.incidentledger.core.tlog.TreeEdge;
import org.incidentledger.core.tlog.TreeGrowth;
import org.incidentledger.core.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Keeps the right edge of the tree between groups, grows it and signs what comes of it. For use by the sequencer's thread. */
final class TreeGrower {
    /** Entries of other processes that are read at once. */
    private static final int PAGE = 1_000;

    private final String origin;
    private NoteSigner signer;
    private TreeEdge edge;
    private SignedCheckpoint checkpoint;

    /**
     * What a group adds to the tree; nothing is changed before {@link #accept}.
     *
     * @param nextSigner takes over with this group; absent when the signer stays
     */
    record Growth(
            TreeEdge edge,
            List<Tile> fullTiles,
            SignedCheckpoint checkpoint,
            @Nullable NoteSigner nextSigner) {}

    TreeGrower(VerifiedTree start, NoteSigner signer) {
        this.origin = start.head().origin();
        this.signer = signer;
        this.edge = start.edge();
        this.checkpoint = start.checkpoint();
    }

    /** The checkpoint of the tree as it is kept now. */
    SignedCheckpoint checkpoint() {
        return checkpoint;
    }

    /**
     * Takes in what was appended since without going through here: by other processes, or by a group whose outcome was unknown.
     *
     * @return whether there was anything
     * @throws LedgerException.Corrupt when the tree over their entries is not the one that they signed
     */
    boolean catchUp(Connection connection, LedgerHead head) throws SQLException {
        if (head.size() == edge.size()) {
            return false;
        }
        TreeEdge caughtUp = edge;
        while (caughtUp.size() < head.size()) {
            long to = Math.min(caughtUp.size() + PAGE, head.size());
            List<StoredEntry> page = EntryTable.between(connection, caughtUp.size(), to);
            if (page.isEmpty()) {
                throw new LedgerException.Corrupt(caughtUp.size(), "the entry is missing from the database", null);
            }
            caughtUp = grown(caughtUp, page).edge();
        }
        checkpoint = VerifiedTree.requireSigned(connection, caughtUp, List.of(signer.verifierKey()));
        requireSameKey();
        edge = caughtUp;
        return true;
    }

    /** Another node may have rotated the key; the first checkpoint by the new one is also signed by the old. */
    private void requireSameKey() {
        VerifierKey key = signer.verifierKey();
        boolean rotated = SignedNote.parse(checkpoint.note()).signatures().stream()
                .anyMatch(line -> line.keyName().equals(origin) && !key.isNamedBy(line));
        if (rotated) {
            throw new LedgerException.Unavailable(
                    "another node rotated the signing key: give this node the new ledger.key and open the ledger again",
                    null);
        }
    }

    /** The key that verifies what is signed now. */
    VerifierKey key() {
        return signer.verifierKey();
    }

    /**
     * The tree with these entries behind the ones that it has.
     *
     * @param nextSigner signs as well, when one of the entries says that it takes over
     */
    Growth grownBy(List<StoredEntry> entries, @Nullable NoteSigner nextSigner) {
        TreeGrowth growth = grown(edge, entries);
        Checkpoint next =
                new Checkpoint(origin, growth.edge().size(), growth.edge().root());
        SignedNote note = SignedNote.sign(next.text(), signer);
        SignedNote signed = nextSigner == null ? note : note.with(nextSigner.sign(next.text()));
        return new Growth(growth.edge(), full(growth), new SignedCheckpoint(next.size(), signed.format()), nextSigner);
    }

    /** The group is durable. */
    void accept(Growth growth) {
        edge = growth.edge();
        checkpoint = growth.checkpoint();
        signer = growth.nextSigner() == null ? signer : growth.nextSigner();
    }

    static TreeGrowth grown(TreeEdge edge, List<StoredEntry> entries) {
        return edge.grownBy(
                entries.stream().map(StoredEntry::bytes).map(Rfc6962::leafHash).toList());
    }

    static List<Tile> full(TreeGrowth growth) {
        return growth.tiles().stream().filter(tile -> tile.id().isFull()).toList();
    }
}
