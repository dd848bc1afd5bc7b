package org.incidentledger.ledger.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.Tile;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TreeEdge;
import org.incidentledger.core.tlog.TreeGrowth;
import org.incidentledger.core.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** The tree over the entries, and every checkpoint that was signed over it. For use by one thread at a time. */
final class SignedTree {
    private record Place(int level, long index) {
        Place(TileId id) {
            this(id.level(), id.index());
        }
    }

    private NoteSigner signer;
    private @Nullable NoteSigner next;
    private final Map<Place, Tile> widest = new HashMap<>();
    private final NavigableMap<Long, SignedCheckpoint> checkpoints = new TreeMap<>();
    private TreeEdge edge = TreeEdge.EMPTY;

    SignedTree(NoteSigner signer) {
        this.signer = signer;
        checkpoints.put(0L, sign(edge));
    }

    /** Adds leaves and signs; nothing is added when the signer throws. */
    void append(List<StoredEntry> entries) {
        List<Hash> leafHashes =
                entries.stream().map(entry -> Rfc6962.leafHash(entry.bytes())).toList();
        TreeGrowth growth = edge.grownBy(leafHashes);
        SignedCheckpoint signed = sign(growth.edge());
        growth.tiles().forEach(tile -> widest.put(new Place(tile.id()), tile));
        checkpoints.put(signed.size(), signed);
        edge = growth.edge();
    }

    VerifierKey key() {
        return signer.verifierKey();
    }

    /** The next append is signed by both keys, every later one by this. */
    void rotateTo(NoteSigner nextSigner) {
        next = nextSigner;
    }

    SignedCheckpoint checkpoint() {
        return checkpoints.lastEntry().getValue();
    }

    List<SignedCheckpoint> checkpoints(long fromSize, int max) {
        return checkpoints.tailMap(fromSize, true).values().stream()
                .limit(Math.max(max, 0))
                .toList();
    }

    Optional<byte[]> tile(TileId id) {
        return Optional.ofNullable(widest.get(new Place(id)))
                .filter(tile -> tile.id().width() >= id.width())
                .map(Tile::bytes);
    }

    private SignedCheckpoint sign(TreeEdge grown) {
        Checkpoint checkpoint = new Checkpoint(signer.verifierKey().name(), grown.size(), grown.root());
        SignedNote note = SignedNote.sign(checkpoint.text(), signer);
        if (next != null) {
            note = note.with(next.sign(checkpoint.text()));
            signer = next;
            next = null;
        }
        return new SignedCheckpoint(grown.size(), note.format());
    }
}
