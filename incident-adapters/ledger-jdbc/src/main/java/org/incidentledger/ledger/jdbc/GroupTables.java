package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.incidentledger.core.ledger.LedgerHead;

/** Writes one group into every table that it belongs to, in the transaction of the caller. */
final class GroupTables {
    private static final String AT_ONCE = """
            INSERT INTO ledger_entry (position, stream, sequence, command_id, recorded_at, bytes)
            SELECT position, stream, sequence, command_id, ?, bytes
            FROM unnest(?, ?, ?, ?, ?) AS added (position, stream, sequence, command_id, bytes);
            INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?);
            UPDATE ledger_head SET size = ?, last_recorded_at = ?""";

    private GroupTables() {}

    /** @param after where the ledger ends with the group */
    static void store(Connection connection, List<EntryRow> rows, TreeGrower.Growth growth, LedgerHead after)
            throws SQLException {
        EntryTable.insert(connection, rows);
        TileTable.insert(connection, growth.fullTiles());
        CheckpointTable.insert(connection, growth.checkpoint());
        HeadTable.move(connection, after);
    }

    /** The same in one round trip, for a database across a network. All rows are recorded at the same instant. */
    static void storeAtOnce(Connection connection, List<EntryRow> rows, TreeGrower.Growth growth, LedgerHead after)
            throws SQLException {
        TileTable.insert(connection, growth.fullTiles());
        try (PreparedStatement statement = connection.prepareStatement(AT_ONCE)) {
            statement.setObject(1, Instants.toColumn(after.lastRecordedAt()));
            array(statement, 2, "int8", rows, row -> row.entry().position());
            array(statement, 3, "text", rows, row -> row.stream().toString());
            array(statement, 4, "int8", rows, EntryRow::sequence);
            array(statement, 5, "uuid", rows, EntryRow::commandId);
            byte[][] bytes = rows.stream().map(row -> row.entry().bytes()).toArray(byte[][]::new);
            statement.setArray(6, connection.createArrayOf("bytea", bytes));
            statement.setLong(7, growth.checkpoint().size());
            statement.setString(8, growth.checkpoint().note());
            statement.setLong(9, after.size());
            statement.setObject(10, Instants.toColumn(after.lastRecordedAt()));
            statement.execute();
        }
    }

    private static void array(
            PreparedStatement statement, int index, String type, List<EntryRow> rows, Function<EntryRow, Object> value)
            throws SQLException {
        Object[] values = rows.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
