package org.incidentledger.ledger.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.ledger.journal.Journal;
import org.incidentledger.ledger.journal.JournalException.Damaged;

/** An embedded H2 database in a directory of its own. One process can have it open at a time, and once. */
public final class H2Database implements AutoCloseable {
    /** Connections at most: the sequencer keeps one, each processor of events and each reading caller uses one. */
    private static final int CONNECTIONS_MAX = 16;

    private final H2Directory directory;
    private final HikariDataSource dataSource;
    private final Journal journal;

    private H2Database(H2Directory directory, HikariDataSource dataSource, Journal journal) {
        this.directory = directory;
        this.dataSource = dataSource;
        this.journal = journal;
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
            return withJournal(taken, h2);
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

    /** A ledger in this database, its journal beside it. At most one is open at a time. */
    public JdbcPlace place(Notary notary) {
        return new JdbcPlace(dataSource, notary, journal);
    }

    /** Gives the directory free for other processes. Idempotent. */
    @Override
    public void close() {
        try {
            dataSource.close();
            journal.close();
        } catch (IOException e) {
            throw directory.unavailable(e);
        } finally {
            directory.release();
        }
    }

    private static H2Database withJournal(H2Directory directory, DataSource h2) throws SQLException {
        // Only now: H2's lock keeps other processes out of the whole directory.
        HikariDataSource pool = pool(h2);
        try {
            return new H2Database(directory, pool, Journal.open(directory.path()));
        } catch (Damaged e) {
            pool.close();
            throw new LedgerException.Corrupt(e.position(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            pool.close();
            throw directory.unavailable(e);
        }
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
