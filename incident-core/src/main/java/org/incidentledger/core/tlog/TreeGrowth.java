package org.incidentledger.core.tlog;

import java.util.List;

/**
 * What an append leads to.
 *
 * @param edge the tree after it
 * @param tiles the tiles to write, those of {@link TileId#writtenByGrowth} in the same order
 */
public record TreeGrowth(TreeEdge edge, List<Tile> tiles) {

    /** Copies the list. */
    public TreeGrowth {
        tiles = List.copyOf(tiles);
    }
}
