package org.incidentledger.ledger.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.incidentledger.core.ledger.LedgerException;

/** An embedded H2 database in a directory of its own. One process can have it open at a time, and once. */
public final class H2Database implements AutoCloseable {
    /** Connections at most: the sequencer keeps one, each processor of events and each reading caller uses one. */
    private static final int CONNECTIONS_MAX = 16;

    private final H2Directory directory;
    private final HikariDataSource dataSource;

    private H2Database(H2Directory directory, HikariDataSource dataSource) {
        this.directory = directory;
        this.dataSource = dataSource;
    }

    /**
     * Opens the database in a directory; both are made when they are not there, for their owner only.
     *
     * @throws LedgerException.Unavailable in one line that names the directory: it is in use, cannot be written, is a file, holds
     *     something else
     */
    public static H2Database open(Path directory) {
        H2Directory taken = H2Directory.take(directory);
        try {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(taken.url());
            h2.setUser("sa");
            requireLedgerOrNothing(h2, taken);
            return new H2Database(taken, pool(h2));
        } catch (SQLException e) {
            taken.release();
            throw taken.explain(e);
        } catch (RuntimeException e) {
            taken.release();
            throw e;
        }
    }

    /** Lends connections until this is closed. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Gives the directory free for other processes. Idempotent. */
    @Override
    public void close() {
        dataSource.close();
        directory.release();
    }

    private static void requireLedgerOrNothing(DataSource h2, H2Directory directory) throws SQLException {
        try (Connection connection = h2.getConnection()) {
            if (connection.isReadOnly()) {
                throw directory.readOnly();
            }
            if (!Schema.hasHead(connection) && Schema.hasTables(connection)) {
                throw directory.foreign();
            }
        }
    }

    private static HikariDataSource pool(DataSource h2) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("incident-ledger");
        config.setDataSource(h2);
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        // H2 closes the database with its last connection: one always stays.
        config.setMinimumIdle(1);
        config.setExceptionOverride(new DeadConnections());
        return new HikariDataSource(config);
    }
}
