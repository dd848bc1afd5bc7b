package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that an embedded database has lost. H2 keeps its tables in a table, of which parts can be lost like of any other.
 *
 * @param names in the order in which they are made
 */
record LostTables(List<String> names) {
    private static final List<String> ALWAYS =
            List.of("LEDGER_HEAD", "LEDGER_ENTRY", "LEDGER_TILE", "LEDGER_CHECKPOINT");

    private static final List<String> OF_SEALED_VALUES = List.of("SEALING_KEY", "SEALED_CHUNK", "SEALED_PLACE");

    /** Came after the sealed values: a ledger from before them has none of the three. */
    private static final String YOUNGEST = "AGGREGATE_SNAPSHOT";

    static LostTables of(Connection connection) throws SQLException {
        List<String> expected = new ArrayList<>(ALWAYS);
        if (Schema.hasTable(connection, YOUNGEST)
                || !missing(connection, OF_SEALED_VALUES).equals(OF_SEALED_VALUES)) {
            expected.addAll(OF_SEALED_VALUES);
        }
        return new LostTables(missing(connection, expected));
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether one of the tables that are left knows of an entry; else the ledger may be one whose making was interrupted. */
    boolean leftEntries(Connection connection) throws SQLException {
        return (left("LEDGER_HEAD")
                        && HeadTable.formatVersion(connection).isPresent()
                        && HeadTable.read(connection).size() > 0)
                || (left("LEDGER_ENTRY") && EntryTable.size(connection) > 0)
                || (left("LEDGER_CHECKPOINT")
                        && !CheckpointTable.between(connection, 1, Long.MAX_VALUE, 1)
                                .isEmpty());
    }

    private boolean left(String table) {
        return !names.contains(table);
    }

    private static List<String> missing(Connection connection, List<String> expected) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (String table : expected) {
            if (!Schema.hasTable(connection, table)) {
                missing.add(table);
            }
        }
        return missing;
    }
}
