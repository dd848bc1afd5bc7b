package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.OutsideTree;

/**
 * A tile of hashes. At level 0 they are leaf hashes; at level l each is the root of a full tile at level l − 1
 * (C2SP tlog-tiles).
 *
 * @param level 0 to 63
 * @param index 0 to {@link TilePath#MAX_INDEX}
 * @param width 1 to 256; 256 is a full tile
 */
public record TileId(int level, long index, int width) implements TilePath {

    /** The height of the subtree that a full tile holds. */
    static final int HEIGHT = 8;

    private static final int MAX_LEVEL = 63;

    /**
     * Checks the components.
     *
     * @throws Malformed when a component is out of its range
     */
    public TileId {
        PathSyntax.FORMAT.require(level >= 0 && level <= MAX_LEVEL, level, "a level is 0 to 63");
        PathSyntax.requireBounds(index, width);
    }

    @Override
    public String path() {
        return PathSyntax.path(Integer.toString(level), this);
    }

    /**
     * The tile at this level and index as it stands in a tree of that size.
     *
     * @throws OutsideTree when the tree has no hash there
     */
    public static TileId inTree(int level, long index, long treeSize) {
        return new TileId(level, index, TileSpan.widthAt(hashesAt(level, treeSize), index));
    }

    /**
     * The tiles that growth from one size to the other must write, by level, then by index: full ones, and at each
     * level that gained a hash the partial one at its right end. From size 0 these are all the tiles of the tree.
     *
     * @throws OutsideTree when the sizes are negative or the tree would shrink
     */
    public static List<TileId> writtenByGrowth(long fromSize, long toSize) {
        List<TileId> written = new ArrayList<>();
        TileSpan leaves = new TileSpan(fromSize, toSize);
        for (int level = 0; hashesAt(level, toSize) > 0; level++) {
            int at = level;
            leaves.atLevel(level).each((index, width) -> written.add(new TileId(at, index, width)));
        }
        return List.copyOf(written);
    }

    /** How many hashes a level of tiles holds in a tree of that size. */
    static long hashesAt(int level, long treeSize) {
        return level * HEIGHT < Long.SIZE ? treeSize >> (level * HEIGHT) : 0;
    }
}
