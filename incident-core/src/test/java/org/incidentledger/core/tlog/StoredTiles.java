package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that keeps one row for each level and index, the widest written, and notes what was read. */
final class StoredTiles implements TileSource {

    private record Place(int level, long index) {}

    private final Map<Place, byte[]> rows = new HashMap<>();
    private final List<TileId> reads = new ArrayList<>();

    /** The tiles of a tree of {@link Entries}, written in groups of this size. */
    static StoredTiles ofTree(int size, int groupSize) {
        StoredTiles stored = new StoredTiles();
        TreeEdge edge = TreeEdge.EMPTY;
        for (int from = 0; from < size; from += groupSize) {
            TreeGrowth growth = edge.grownBy(Entries.leafHashes(from, Math.min(size, from + groupSize)));
            stored.write(growth.tiles());
            edge = growth.edge();
        }
        return stored;
    }

    void write(List<Tile> tiles) {
        tiles.forEach(tile -> rows.put(place(tile.id()), tile.bytes()));
    }

    void remove(TileId id) {
        rows.remove(place(id));
    }

    void replace(TileId id, byte[] bytes) {
        rows.put(place(id), bytes);
    }

    List<TileId> reads() {
        return reads;
    }

    @Override
    public Optional<byte[]> tile(TileId id) {
        reads.add(id);
        return Optional.ofNullable(rows.get(place(id)));
    }

    private static Place place(TileId id) {
        return new Place(id.level(), id.index());
    }
}
