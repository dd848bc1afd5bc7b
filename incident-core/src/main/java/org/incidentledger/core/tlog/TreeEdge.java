package org.incidentledger.core.tlog;

import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.OutsideTree;
import org.incidentledger.core.tlog.TlogException.TileMissing;

/**
 * The right edge of a tiled tree: its {@link Frontier} and the hashes of the partial tile of each level, which is what
 * appending and writing tiles need. An immutable value of at most 8 × 255 hashes.
 */
public final class TreeEdge {

    /** The edge of the tree without leaves. */
    public static final TreeEdge EMPTY = new TreeEdge(Frontier.EMPTY, List.of());

    private final Frontier frontier;
    private final List<List<Hash>> partialRows;

    /** @param partialRows for each level the hashes of its partial tile, none where the last tile is full */
    TreeEdge(Frontier frontier, List<List<Hash>> partialRows) {
        this.frontier = frontier;
        this.partialRows = partialRows.stream().map(List::copyOf).toList();
    }

    /**
     * Resumes from stored tiles. The tiles are taken as they are: compare {@link #root()} with the last signed
     * checkpoint before going on.
     *
     * @throws OutsideTree when the size is negative
     * @throws TileMissing when a partial tile on the right edge is not stored
     * @throws Malformed when a stored tile is not a whole number of hashes, or too short
     */
    public static TreeEdge read(TileSource tiles, long size) {
        return new TiledTree(tiles, size).edge();
    }

    /** The number of leaves. */
    public long size() {
        return frontier.size();
    }

    /** The root of the tree, RFC 6962 §2.1. */
    public Hash root() {
        return frontier.root();
    }

    /** The frontier of the same tree. */
    public Frontier frontier() {
        return frontier;
    }

    /** What comes of appending these leaves in this order. This edge stays as it is. */
    public TreeGrowth grownBy(List<Hash> leafHashes) {
        GrowingEdge growing = new GrowingEdge(frontier, partialRows);
        leafHashes.forEach(growing::append);
        return growing.growth();
    }
}
