package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.incidentledger.core.ledger.LedgerException;

/** What differs from one database to the next. */
interface Dialect {
    /** Creates whatever is missing of format version 1; may be run again after an interruption. */
    String schemaResource();

    /**
     * Returns when everything committed before this call is on disk. Called outside of any transaction, by a connection that does
     * not commit by itself.
     */
    void force(Connection connection) throws SQLException;

    /** @throws LedgerException.Unavailable when the database is of a kind that this library does not know */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> new H2Dialect();
            default ->
                throw new LedgerException.Unavailable(
                        "the database is %s, on which this version keeps no ledger; use H2".formatted(product), null);
        };
    }
}
