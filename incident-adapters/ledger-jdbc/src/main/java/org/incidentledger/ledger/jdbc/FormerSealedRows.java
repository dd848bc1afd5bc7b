package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.sealing.EncryptedValue;

/** A row for each sealed value, as earlier versions of this library kept them on H2. */
final class FormerSealedRows {
    private static final String TABLE = "SEALED_VALUE";

    private static final String BEGIN_ANEW = """
            DELETE FROM sealed_chunk;
            DELETE FROM sealed_place;
            ALTER TABLE sealing_key ADD COLUMN IF NOT EXISTS stretch BIGINT DEFAULT 0 NOT NULL""";

    private static final String ALL =
            "SELECT subject, id, key_id, position, content FROM sealed_value ORDER BY position";

    private FormerSealedRows() {}

    static boolean areIn(Connection connection) throws SQLException {
        return Schema.hasTable(connection, TABLE);
    }

    /** Whether the values were being moved when the process ended: nothing was appended before that is over. */
    static boolean areBeingMoved(Connection connection) throws SQLException {
        return areIn(connection) && Schema.hasTable(connection, new SealedChunks().name());
    }

    /**
     * Moves all values to where this version looks for them, and drops the table. Until it is dropped nothing else is changed, so that
     * a crash is followed by the same again.
     */
    static void convert(Connection connection, Dialect dialect) throws SQLException {
        if (!areIn(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN_ANEW);
            move(connection, dialect.sealedTables());
            connection.commit();
            // H2 must not come back without the one and without the other.
            dialect.force(connection);
            statement.execute("DROP TABLE " + TABLE);
        }
    }

    private static void move(Connection connection, SealedTables target) throws SQLException {
        Known known = new Known();
        List<EncryptedValue> waiting = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                EncryptedValue value = SealedRows.value(rows);
                // A chunk of each entry: which entries were a group is not known here, and no chunk may hold values of
                // two.
                if (!waiting.isEmpty() && waiting.getLast().position() != value.position()) {
                    put(connection, target, waiting, known);
                }
                waiting.add(value);
            }
        }
        put(connection, target, waiting, known);
    }

    private static void put(Connection connection, SealedTables target, List<EncryptedValue> values, Known known)
            throws SQLException {
        target.put(connection, new SealedPuts(List.of(), values), known);
        values.forEach(known::learn);
        values.clear();
    }
}
