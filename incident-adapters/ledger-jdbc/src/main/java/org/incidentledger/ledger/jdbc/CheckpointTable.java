package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.ledger.SignedCheckpoint;

/** The history of signed checkpoints, one for each group of appends. */
final class CheckpointTable {
    private static final String INSERT = "INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?)";

    private static final String AT = "SELECT size, note FROM ledger_checkpoint WHERE size = ?";

    private static final String BETWEEN = """
            SELECT size, note
            FROM ledger_checkpoint
            WHERE size >= ? AND size <= ?
            ORDER BY size
            FETCH FIRST ? ROWS ONLY""";

    private CheckpointTable() {}

    static void insert(Connection connection, SignedCheckpoint checkpoint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, checkpoint.size());
            statement.setString(2, checkpoint.note());
            statement.executeUpdate();
        }
    }

    static Optional<SignedCheckpoint> at(Connection connection, long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AT)) {
            statement.setLong(1, size);
            return checkpoints(statement).stream().findFirst();
        }
    }

    /** At most {@code max}, by size ascending, both sizes included. */
    static List<SignedCheckpoint> between(Connection connection, long fromSize, long toSize, int max)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
            statement.setLong(1, fromSize);
            statement.setLong(2, toSize);
            statement.setInt(3, max);
            return checkpoints(statement);
        }
    }

    private static List<SignedCheckpoint> checkpoints(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<SignedCheckpoint> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new SignedCheckpoint(rows.getLong(1), rows.getString(2)));
            }
            return found;
        }
    }
}
