package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes one group into every table that it belongs to, in the transaction of the caller. */
final class GroupTables {
    private static final String AT_ONCE = SqlArrays.INSERT_ENTRIES + """
            ;
            INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?);
            UPDATE ledger_head SET size = ?, last_recorded_at = ?""";

    private GroupTables() {}

    static void store(Connection connection, GroupRows group) throws SQLException {
        EntryTable.insert(connection, group.entries());
        TileTable.insert(connection, group.growth().fullTiles());
        CheckpointTable.insert(connection, group.growth().checkpoint());
        HeadTable.move(connection, group.after());
    }

    /** The same in one round trip, for a database across a network. */
    static void storeAtOnce(Connection connection, GroupRows group) throws SQLException {
        TileTable.insert(connection, group.growth().fullTiles());
        try (PreparedStatement statement = connection.prepareStatement(AT_ONCE)) {
            statement.setObject(1, Instants.toColumn(group.after().lastRecordedAt()));
            new SqlArrays(statement).setEntries(2, group.entries());
            statement.setLong(7, group.growth().checkpoint().size());
            statement.setString(8, group.growth().checkpoint().note());
            statement.setLong(9, group.after().size());
            statement.setObject(10, Instants.toColumn(group.after().lastRecordedAt()));
            statement.execute();
        }
    }
}
