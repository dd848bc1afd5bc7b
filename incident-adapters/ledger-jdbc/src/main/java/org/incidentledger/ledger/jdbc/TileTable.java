package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.tlog.Tile;
import org.incidentledger.core.tlog.TileId;

/** The full tiles of the tree: 256 hashes each, written once. */
final class TileTable {
    private static final String INSERT = "INSERT INTO ledger_tile (level, tile_index, hashes) VALUES (?, ?, ?)";

    private static final String AT = "SELECT hashes FROM ledger_tile WHERE level = ? AND tile_index = ?";

    private TileTable() {}

    static void insert(Connection connection, List<Tile> full) throws SQLException {
        if (full.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Tile tile : full) {
                statement.setInt(1, tile.id().level());
                statement.setLong(2, tile.id().index());
                statement.setBytes(3, tile.bytes());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The full tile of this level and index, whatever width was asked for; empty when it is not full yet. */
    static Optional<byte[]> full(Connection connection, TileId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AT)) {
            statement.setInt(1, id.level());
            statement.setLong(2, id.index());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        }
    }
}
