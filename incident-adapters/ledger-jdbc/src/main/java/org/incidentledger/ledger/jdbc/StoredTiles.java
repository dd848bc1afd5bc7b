package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.Tile;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TilePath;
import org.incidentledger.core.tlog.TileSource;

/**
 * The tiles that one connection can see: full ones from their table, partial ones computed from the entries, or from the full tiles
 * a level lower.
 */
final class StoredTiles implements TileSource {
    private final Connection connection;

    StoredTiles(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<byte[]> tile(TileId id) {
        try {
            Optional<byte[]> full = TileTable.full(connection, id);
            return full.isPresent() || id.isFull() ? full : partial(id).map(Tile::bytes);
        } catch (SQLException e) {
            throw StorageFailure.unavailable("read a tile of the ledger", e);
        }
    }

    /** How many entries a ledger must have for the tile to be there in this width. */
    static long leavesUnder(TileId id) {
        long hashes = id.index() * TilePath.FULL_WIDTH + id.width();
        int bits = Math.multiplyExact(Byte.SIZE, id.level());
        return bits >= Long.SIZE || hashes > Long.MAX_VALUE >> bits ? Long.MAX_VALUE : hashes << bits;
    }

    private Optional<Tile> partial(TileId id) throws SQLException {
        List<Hash> hashes = id.level() == 0 ? leaves(id) : roots(id);
        return hashes.size() == id.width() ? Optional.of(new Tile(id, hashes)) : Optional.empty();
    }

    private List<Hash> leaves(TileId id) throws SQLException {
        long next = id.index() * TilePath.FULL_WIDTH;
        List<Hash> leaves = new ArrayList<>();
        for (StoredEntry entry : EntryTable.between(connection, next, next + id.width())) {
            if (entry.position() != next) {
                throw new LedgerException.Corrupt(next, "the entry is missing from the database", null);
            }
            leaves.add(Rfc6962.leafHash(entry.bytes()));
            next++;
        }
        return leaves;
    }

    private List<Hash> roots(TileId id) throws SQLException {
        List<Hash> roots = new ArrayList<>();
        for (int i = 0; i < id.width(); i++) {
            TileId below = new TileId(id.level() - 1, id.index() * TilePath.FULL_WIDTH + i, TilePath.FULL_WIDTH);
            Optional<byte[]> bytes = TileTable.full(connection, below);
            if (bytes.isEmpty()) {
                break;
            }
            roots.add(Tile.parse(below, bytes.get()).root());
        }
        return roots;
    }
}
