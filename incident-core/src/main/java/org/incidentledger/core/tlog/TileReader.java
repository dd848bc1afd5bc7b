package org.incidentledger.core.tlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.tlog.TlogException.TileMissing;

/** Finds the roots of perfect subtrees in tiles, reading each tile once. Used by one thread, for one question. */
final class TileReader implements SubtreeRoots {

    private final TileSource tiles;
    private final long treeSize;
    private final Map<TileId, List<Hash>> rows = new HashMap<>();

    TileReader(TileSource tiles, long treeSize) {
        this.tiles = tiles;
        this.treeSize = treeSize;
    }

    @Override
    public Hash perfect(int height, long index) {
        int above = height % TileId.HEIGHT;
        long first = index << above;
        TileId id = TileId.inTree(height / TileId.HEIGHT, first / TilePath.FULL_WIDTH, treeSize);
        int offset = (int) (first % TilePath.FULL_WIDTH);
        return HashRow.root(row(id).subList(offset, offset + (1 << above)));
    }

    List<Hash> row(TileId id) {
        return rows.computeIfAbsent(id, this::load);
    }

    private List<Hash> load(TileId id) {
        byte[] bytes = tiles.tile(id)
                .orElseThrow(() -> new TileMissing(
                        "%s of the tree of %d leaves is not stored: restore it, or rebuild the tiles from the entries"
                                .formatted(id.path(), treeSize)));
        return Tile.parse(id, bytes).hashes();
    }
}
