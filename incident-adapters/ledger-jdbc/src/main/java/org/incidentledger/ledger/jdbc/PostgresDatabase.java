package org.incidentledger.ledger.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.incidentledger.core.ledger.LedgerException;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool of connections to a database of PostgreSQL. Any number of processes may have one. */
public final class PostgresDatabase implements AutoCloseable {
    /** Connections at most: sequencer and listener keep one each, each view and each reading caller uses one. */
    private static final int CONNECTIONS_MAX = 16;

    private static final long PATIENCE_MILLIS = 5_000;

    private final HikariDataSource dataSource;

    private PostgresDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Connects to a database.
     *
     * @param url such as {@code jdbc:postgresql://host/database?user=…}
     * @param password counts where the address holds none; without either, the password file of the user does
     * @throws LedgerException.Unavailable in one line that never holds a password: no such address, nobody there, not let in
     */
    public static PostgresDatabase open(String url, @Nullable String password) {
        Properties parts = Driver.parseURL(url, null);
        if (parts == null) {
            throw new LedgerException.Unavailable(
                    "the address of the database cannot be read; write jdbc:postgresql://host:port/database?user=name",
                    null);
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        if (password != null && parts.getProperty(PGProperty.PASSWORD.getName()) == null) {
            postgres.setPassword(password);
        }
        // Several entries of a group in one message.
        postgres.setReWriteBatchedInserts(true);
        postgres.setTcpKeepAlive(true);
        postgres.setApplicationName("incident-ledger");
        requireConnection(postgres);
        return new PostgresDatabase(pool(postgres));
    }

    /** Lends connections until this is closed. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Closes every connection. Idempotent. */
    @Override
    public void close() {
        dataSource.close();
    }

    /** At once, and not only after a pool has tried for a while. */
    private static void requireConnection(DataSource postgres) {
        try {
            postgres.getConnection().close();
        } catch (SQLException e) {
            throw StorageFailure.unavailable("open the ledger", e);
        }
    }

    private static HikariDataSource pool(DataSource postgres) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("incident-ledger");
        config.setDataSource(postgres);
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        return new HikariDataSource(config);
    }
}
