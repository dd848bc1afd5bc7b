package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

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

    @Override
    public @Nullable String explain(SQLException error) {
        return switch (error.getErrorCode()) {
            case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN ->
                "the database was closed; open the ledger again";
            case ErrorCode.DATABASE_IS_READ_ONLY ->
                "the database can only be read; give it a place that can be written";
            default -> null;
        };
    }
}
