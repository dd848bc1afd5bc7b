package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.incidentledger.core.ledger.LedgerHead;

/** Writes one group into every table that it belongs to, in the transaction of the caller. */
final class GroupTables {
    private GroupTables() {}

    /** @param after where the ledger ends with the group */
    static void store(Connection connection, List<EntryRow> rows, TreeGrower.Growth growth, LedgerHead after)
            throws SQLException {
        EntryTable.insert(connection, rows);
        TileTable.insert(connection, growth.fullTiles());
        CheckpointTable.insert(connection, growth.checkpoint());
        HeadTable.move(connection, after);
    }
}
