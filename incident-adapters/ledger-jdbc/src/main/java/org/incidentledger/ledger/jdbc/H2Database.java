package org.incidentledger.ledger.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    /** What H2 gives itself by default. */
    private static final int COMPACT_MILLIS = 200;

    private final H2Directory directory;
    private final HikariDataSource dataSource;
    private final Journal journal;
    private final OpenMark mark;

    private H2Database(H2Directory directory, HikariDataSource dataSource, Journal journal, OpenMark mark) {
        this.directory = directory;
        this.dataSource = dataSource;
        this.journal = journal;
        this.mark = mark;
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
            DataSource h2 = source(taken.url());
            // Open until the pool has a connection of its own: H2 closes a database with the last one, and opens it
            // anew.
            try (Connection first = h2.getConnection()) {
                requireLedgerOrNothing(first, taken);
                // Only now: H2's lock keeps other processes out of the whole directory.
                return withJournal(taken, h2, first);
            }
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
        boolean hasTraces = journal.hasTraces();
        boolean compacts = !hasTraces && isWorthCompacting();
        try {
            dataSource.close();
            journal.close();
            if (hasTraces) {
                compactFully();
            } else if (compacts) {
                compact();
            }
            mark.clear();
        } catch (IOException e) {
            throw directory.unavailable(e);
        } finally {
            directory.release();
        }
    }

    private static H2Database withJournal(H2Directory directory, DataSource h2, Connection first) throws SQLException {
        try {
            Journal journal = Journal.open(directory.path());
            try {
                OpenMark mark = OpenMark.set(directory.path());
                if (mark.wasLeft() && Schema.hasTables(first)) {
                    new AfterCrash(directory, first, journal).mend(source(directory.urlOf(H2Mending.FILE)));
                }
                return new H2Database(directory, pool(h2), journal, mark);
            } catch (IOException | SQLException | RuntimeException e) {
                journal.close();
                throw e;
            }
        } catch (Damaged e) {
            throw new LedgerException.Corrupt(e.position(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw directory.unavailable(e);
        }
    }

    private boolean isWorthCompacting() {
        try (Connection connection = dataSource.getConnection()) {
            return H2Compaction.isWorthwhile(directory.file(), connection);
        } catch (SQLException closedOrBroken) {
            return false;
        }
    }

    /** H2 compacts only while it closes a database, and learns when it is opened for how long. */
    private void compact() {
        try (Connection only = source(directory.url(COMPACT_MILLIS)).getConnection()) {
            only.setReadOnly(true);
        } catch (SQLException notNow) {
            // Another process has opened it, or the disk is full: the file stays as it is until it is closed again.
            return;
        }
    }

    /** Copies what is left into a new file, so that nothing of deleted rows stays; H2 does so when it is told while closing. */
    private void compactFully() throws IOException {
        try (Connection only = source(directory.url()).getConnection();
                Statement statement = only.createStatement()) {
            statement.execute("SHUTDOWN DEFRAG");
        } catch (SQLException notNow) {
            // It is remembered: the file is compacted when it is closed the next time.
            return;
        }
        journal.forgetTraces();
    }

    private static DataSource source(String url) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        return h2;
    }

    private static void requireLedgerOrNothing(Connection connection, H2Directory directory) throws SQLException {
        if (connection.isReadOnly()) {
            throw directory.readOnly();
        }
        if (!Schema.hasHead(connection) && Schema.hasTables(connection) && !OpenMark.isIn(directory.path())) {
            throw directory.foreign();
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
