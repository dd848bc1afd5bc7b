package org.incidentledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Frontier;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.Tile;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TileSource;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.core.tlog.TreeEdge;
import org.incidentledger.core.tlog.TrustedLog;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * What holds of the tree of every ledger at every moment, whatever happened to it before. The entries are hashed anew, so the
 * tree is compared with something that it did not make. For a ledger of which every checkpoint was signed by the same key.
 */
public final class TreeInvariants {
    private static final int PAGE = 500;
    private static final int ALL_PROOFS = 600;
    private static final int STEP_OF_PROOFS = 199;

    private final LedgerTree tree;
    private final TrustedLog log;
    private final SignedCheckpoint latest;
    private final TileSource tiles;
    private final List<Hash> leafHashes = new ArrayList<>();
    private final List<Hash> roots = new ArrayList<>();

    private TreeInvariants(LedgerReader reader, LedgerTree tree, VerifierKey key) {
        this.tree = tree;
        this.log = new TrustedLog(reader.head().origin(), key);
        this.latest = tree.checkpoint();
        this.tiles = tree.tiles();
    }

    /**
     * Reads the ledger as far as its latest checkpoint and fails on the first thing that is wrong.
     *
     * @return the size of that checkpoint
     */
    public static long verify(LedgerReader reader, LedgerTree tree, VerifierKey key) {
        TreeInvariants invariants = new TreeInvariants(reader, tree, key);
        invariants.hash(reader);
        invariants.verifyHistory();
        invariants.verifyTiles();
        invariants.verifyInclusion();
        return invariants.latest.size();
    }

    private void hash(LedgerReader reader) {
        Frontier frontier = Frontier.EMPTY;
        roots.add(frontier.root());
        while (frontier.size() < latest.size()) {
            int max = (int) Math.min(PAGE, latest.size() - frontier.size());
            List<StoredEntry> page = reader.read(frontier.size(), max);
            assertThat(page).as("entries that the checkpoint covers").hasSize(max);
            for (StoredEntry entry : page) {
                leafHashes.add(Rfc6962.leafHash(entry.bytes()));
                frontier = frontier.append(leafHashes.getLast());
                roots.add(frontier.root());
            }
        }
    }

    private void verifyHistory() {
        long from = 0;
        long before = -1;
        for (List<SignedCheckpoint> page = page(from); !page.isEmpty(); page = page(from)) {
            for (SignedCheckpoint signed : page) {
                verifyCheckpoint(signed, before);
                before = signed.size();
            }
            from = before + 1;
        }
        assertThat(before).as("the history ends with the latest checkpoint").isEqualTo(latest.size());
    }

    /** Those after the latest were signed while this was under way. */
    private List<SignedCheckpoint> page(long from) {
        return tree.checkpoints(from, PAGE).stream()
                .filter(signed -> signed.size() <= latest.size())
                .toList();
    }

    private void verifyCheckpoint(SignedCheckpoint signed, long before) {
        assertThat(signed.size()).as("sizes ascend").isGreaterThan(before);
        Checkpoint checkpoint = log.verify(SignedNote.parse(signed.note())).checkpoint();
        assertThat(checkpoint.size()).isEqualTo(signed.size());
        assertThat(checkpoint.root()).as("the root at size %d", signed.size()).isEqualTo(roots.get((int)
                signed.size()));
        if (before < 0) {
            assertThat(signed.size()).as("the making of the ledger was signed").isZero();
        } else {
            new TiledTree(tiles, signed.size())
                    .consistencyProof(before)
                    .verify(roots.get((int) before), checkpoint.root());
        }
    }

    private void verifyTiles() {
        for (Tile expected : TreeEdge.EMPTY.grownBy(leafHashes).tiles()) {
            TileId id = expected.id();
            assertThat(tiles.tile(id)).as(id.path()).isPresent();
            assertThat(Tile.parse(id, tiles.tile(id).orElseThrow()))
                    .as(id.path())
                    .isEqualTo(expected);
        }
    }

    private void verifyInclusion() {
        TiledTree tiled = new TiledTree(tiles, latest.size());
        Hash root = roots.getLast();
        assertThat(tiled.root()).isEqualTo(root);
        int step = latest.size() <= ALL_PROOFS ? 1 : STEP_OF_PROOFS;
        for (long index = latest.size() - 1; index >= 0; index -= step) {
            assertThat(tiled.leafHash(index)).isEqualTo(leafHashes.get((int) index));
            tiled.inclusionProof(index).verify(leafHashes.get((int) index), root);
        }
    }
}
