package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.OutsideTree;
import org.incidentledger.core.tlog.TlogException.TileMissing;

/**
 * A tree of a given size, read from tiles. Tiles are taken as they are, so a proof made from altered tiles is made and
 * then fails to verify. Every method may throw {@link TileMissing} and {@link Malformed} about a tile it reads; each
 * call reads a tile at most once. As safe for use by many threads as the source is.
 */
public final class TiledTree {

    private final TileSource tiles;
    private final long size;

    /**
     * @param tiles must hold the tiles of a tree of this size or a larger one that continues it
     * @throws OutsideTree when the size is negative
     */
    public TiledTree(TileSource tiles, long size) {
        TreeBounds.requireSize(size);
        this.tiles = tiles;
        this.size = size;
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** The root of the tree, RFC 6962 §2.1. */
    public Hash root() {
        return frontier().root();
    }

    /** The roots of the perfect subtrees that make up the tree. */
    public Frontier frontier() {
        return frontier(reader());
    }

    private Frontier frontier(SubtreeRoots roots) {
        List<Hash> peaks = new ArrayList<>();
        long start = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            long leaves = Long.highestOneBit(rest);
            peaks.add(roots.range(start, start + leaves));
            start += leaves;
        }
        return new Frontier(size, peaks);
    }

    /**
     * The hash of a leaf, from its level 0 tile.
     *
     * @throws OutsideTree unless {@code 0 <= index < size}
     */
    public Hash leafHash(long index) {
        TreeBounds.requireLeaf(index, size);
        return reader().perfect(0, index);
    }

    /**
     * The proof that a leaf is in this tree.
     *
     * @throws OutsideTree unless {@code 0 <= index < size}
     */
    public InclusionProof inclusionProof(long index) {
        TreeBounds.requireLeaf(index, size);
        return new InclusionProof(index, size, ProofPath.inclusion(reader(), index, size));
    }

    /**
     * The proof that this tree continues the one of its first {@code oldSize} leaves.
     *
     * @throws OutsideTree unless {@code 0 <= oldSize <= size}
     */
    public ConsistencyProof consistencyProof(long oldSize) {
        if (oldSize < 0 || oldSize > size) {
            throw new OutsideTree("A tree of %d leaves cannot continue one of %s: ask with an older size"
                    .formatted(size, Long.toUnsignedString(oldSize)));
        }
        return new ConsistencyProof(oldSize, size, ProofPath.consistency(reader(), oldSize, size));
    }

    /** The right edge: what is needed to go on. */
    TreeEdge edge() {
        TileReader reader = reader();
        List<List<Hash>> rows = new ArrayList<>();
        for (int level = 0; TileId.hashesAt(level, size) > 0; level++) {
            rows.add(partialRow(reader, level));
        }
        return new TreeEdge(frontier(reader), rows);
    }

    /** The hashes of the partial tile at the right end of a level, none when the last tile is full. */
    private List<Hash> partialRow(TileReader reader, int level) {
        long hashes = TileId.hashesAt(level, size);
        boolean full = hashes % TilePath.FULL_WIDTH == 0;
        return full ? List.of() : reader.row(TileId.inTree(level, hashes / TilePath.FULL_WIDTH, size));
    }

    private TileReader reader() {
        return new TileReader(tiles, size);
    }
}
