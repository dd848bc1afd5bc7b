package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.OutsideTree;

/**
 * A bundle of entries: it holds those whose leaf hashes are in the level 0 tile of the same index and width
 * (C2SP tlog-tiles).
 *
 * @param index 0 to {@link TilePath#MAX_INDEX}
 * @param width 1 to 256; 256 is a full bundle
 */
public record BundleId(long index, int width) implements TilePath {

    /**
     * Checks the components.
     *
     * @throws Malformed when a component is out of its range
     */
    public BundleId {
        PathSyntax.requireBounds(index, width);
    }

    @Override
    public String path() {
        return PathSyntax.path("entries", this);
    }

    /**
     * The bundle that holds an entry, as it stands in a tree of that size.
     *
     * @throws OutsideTree unless {@code 0 <= leafIndex < treeSize}
     */
    public static BundleId holding(long leafIndex, long treeSize) {
        TreeBounds.requireLeaf(leafIndex, treeSize);
        long index = leafIndex / FULL_WIDTH;
        return new BundleId(index, TileSpan.widthAt(treeSize, index));
    }

    /**
     * The bundles that growth from one size to the other must write, by index. From size 0 these are all of them.
     *
     * @throws OutsideTree when the sizes are negative or the tree would shrink
     */
    public static List<BundleId> writtenByGrowth(long fromSize, long toSize) {
        List<BundleId> written = new ArrayList<>();
        new TileSpan(fromSize, toSize).each((index, width) -> written.add(new BundleId(index, width)));
        return List.copyOf(written);
    }
}
