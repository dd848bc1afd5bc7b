package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** H2: a commit lies in the operating system until a checkpoint forces it to disk. */
final class H2Dialect implements Dialect {
    @Override
    public String schemaResource() {
        return "schema/v1/h2.sql";
    }

    @Override
    public void force(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }
}
