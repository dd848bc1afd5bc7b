package org.incidentledger.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.incidentledger.core.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/**
 * Lets the documents of a view, its token and its dead letters share one transaction: all who ask for a connection on a thread
 * get that of its transaction. Outside a transaction, each gets a connection that commits by itself.
 */
final class JdbcTransactions implements TransactionManager, ConnectionProvider {
    private final DataSource dataSource;
    private final @Nullable String beginning;
    // Of this object, not of the class: two ledgers in one process have two databases.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

    /** @param beginning a statement with which every transaction begins, if any */
    JdbcTransactions(DataSource dataSource, @Nullable String beginning) {
        this.dataSource = dataSource;
        this.beginning = beginning;
    }

    /** A connection that the caller closes, which ends no transaction. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = current.get();
        return connection == null
                ? dataSource.getConnection()
                : ConnectionWrapperFactory.wrap(connection, new ConnectionWrapperFactory.NoOpCloseHandler());
    }

    /** Begins a transaction on this thread, or takes part in the one that has begun. */
    @Override
    public Transaction startTransaction() {
        if (current.get() != null) {
            return new Participation();
        }
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            begin(connection);
            current.set(connection);
            return new OwnTransaction(connection);
        } catch (SQLException e) {
            throw new LedgerException.Unavailable("no transaction can begin: " + e.getMessage(), e);
        }
    }

    private void begin(Connection connection) throws SQLException {
        if (beginning != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(beginning);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
    }

    /** Leaves the end of the transaction to whoever began it. */
    private static final class Participation implements Transaction {
        @Override
        public void commit() {}

        @Override
        public void rollback() {}
    }

    private final class OwnTransaction implements Transaction {
        private final Connection connection;

        OwnTransaction(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void commit() {
            end(connection::commit);
        }

        @Override
        public void rollback() {
            end(connection::rollback);
        }

        private void end(SqlStep step) {
            current.remove();
            try (connection) {
                step.run();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new LedgerException.Unavailable("a transaction of the views failed: " + e.getMessage(), e);
            }
        }
    }

    @FunctionalInterface
    private interface SqlStep {
        void run() throws SQLException;
    }
}
