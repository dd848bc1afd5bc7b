package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An edge while leaves are appended: used by one thread, for one group. */
final class GrowingEdge {

    private static final Comparator<Tile> BY_LEVEL_THEN_INDEX = Comparator.comparingInt(
                    (Tile tile) -> tile.id().level())
            .thenComparingLong(tile -> tile.id().index());

    private final long oldSize;
    private Frontier frontier;
    private final List<List<Hash>> rows = new ArrayList<>();
    private final List<Tile> tiles = new ArrayList<>();

    GrowingEdge(Frontier frontier, List<List<Hash>> partialRows) {
        this.oldSize = frontier.size();
        this.frontier = frontier;
        partialRows.forEach(row -> rows.add(new ArrayList<>(row)));
    }

    void append(Hash leafHash) {
        frontier = frontier.append(leafHash, this::keepIfTiled);
    }

    /** Tiles hold only the subtrees whose height is a multiple of eight; those between are computed from them. */
    private void keepIfTiled(int height, long index, Hash root) {
        if (height % TileId.HEIGHT == 0) {
            keep(height / TileId.HEIGHT, index, root);
        }
    }

    private void keep(int level, long index, Hash hash) {
        if (level == rows.size()) {
            rows.add(new ArrayList<>());
        }
        List<Hash> row = rows.get(level);
        row.add(hash);
        if (row.size() == TilePath.FULL_WIDTH) {
            tiles.add(new Tile(new TileId(level, index / TilePath.FULL_WIDTH, row.size()), row));
            row.clear();
        }
    }

    TreeGrowth growth() {
        for (int level = 0; level < rows.size(); level++) {
            addPartialTile(level, rows.get(level));
        }
        tiles.sort(BY_LEVEL_THEN_INDEX);
        return new TreeGrowth(new TreeEdge(frontier, rows), tiles);
    }

    private void addPartialTile(int level, List<Hash> row) {
        long hashes = TileId.hashesAt(level, frontier.size());
        boolean grew = hashes > TileId.hashesAt(level, oldSize);
        if (grew && !row.isEmpty()) {
            tiles.add(new Tile(new TileId(level, hashes / TilePath.FULL_WIDTH, row.size()), row));
        }
    }
}
