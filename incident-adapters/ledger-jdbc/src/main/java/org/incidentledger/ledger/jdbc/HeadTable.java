package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.incidentledger.core.ledger.LedgerHead;

/** The one row that says where the ledger ends. Its lock is what orders all appends. */
final class HeadTable {
    private static final String VERSION = "SELECT format_version FROM ledger_head";

    private static final String READ = "SELECT origin, size, last_recorded_at FROM ledger_head";

    private static final String LOCK = """
            SELECT origin, size, last_recorded_at
            FROM ledger_head
            FOR UPDATE""";

    private static final String MOVE = "UPDATE ledger_head SET size = ?, last_recorded_at = ?";

    private static final String CREATE = "INSERT INTO ledger_head (origin, size, format_version) VALUES (?, 0, ?)";

    private HeadTable() {}

    /** The version of the format that the ledger is kept in; empty when no ledger was made yet. */
    static Optional<Integer> formatVersion(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VERSION);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
        }
    }

    static void create(Connection connection, String origin, int formatVersion) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CREATE)) {
            statement.setString(1, origin);
            statement.setInt(2, formatVersion);
            statement.executeUpdate();
        }
    }

    static LedgerHead read(Connection connection) throws SQLException {
        return head(connection, READ);
    }

    /** Reads the row and keeps it locked until the transaction ends. */
    static LedgerHead lock(Connection connection) throws SQLException {
        return head(connection, LOCK);
    }

    static void move(Connection connection, LedgerHead head) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, head.size());
            statement.setObject(2, Instants.toColumn(head.lastRecordedAt()));
            statement.executeUpdate();
        }
    }

    private static LedgerHead head(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return head(rows);
        }
    }

    /** The head in the first row, whose first columns are those of {@link #READ}. */
    static LedgerHead head(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new SQLException("the table LEDGER_HEAD has lost its row");
        }
        return new LedgerHead(rows.getString(1), rows.getLong(2), Instants.fromColumn(rows, 3));
    }
}
