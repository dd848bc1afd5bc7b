package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One connection that is kept from group to group, and replaced once it failed. For use by the sequencer's thread. */
final class KeptConnection {
    private final DataSource dataSource;
    private final Dialect dialect;
    private @Nullable Connection kept;

    KeptConnection(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /** Does not commit by itself. */
    Connection get() throws SQLException {
        Connection connection = kept;
        if (connection == null) {
            connection = dataSource.getConnection();
            kept = connection;
            connection.setAutoCommit(false);
            dialect.beginAppending(connection);
        }
        return connection;
    }

    /** Gives it back, which undoes a transaction that was not committed. */
    void giveBack() {
        Connection connection = kept;
        kept = null;
        if (connection != null) {
            try (connection) {
                connection.rollback();
            } catch (SQLException alreadyBroken) {
                // A broken connection has ended its transaction; why it broke is reported by whoever found it so.
                return;
            }
        }
    }
}
