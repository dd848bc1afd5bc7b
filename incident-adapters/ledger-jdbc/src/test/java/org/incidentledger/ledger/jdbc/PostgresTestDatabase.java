package org.incidentledger.ledger.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.ledger.Notary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty database of a real PostgreSQL for each test. */
final class PostgresTestDatabase implements LedgerDatabase {
    private static final int CONNECTIONS_MAX = 16;

    @SuppressWarnings("NullAway.Init") // made before each test
    private PostgresServer server;

    @SuppressWarnings("NullAway.Init") // made before each test
    private String name;

    private @Nullable HikariDataSource dataSource;

    private Notary notary = new MemoryNotary();

    @Override
    public DataSource dataSource() {
        return Objects.requireNonNull(dataSource);
    }

    /** A ledger in this database; one notary knows it for the whole test. */
    @Override
    public JdbcPlace place() {
        return new JdbcPlace(dataSource(), notary);
    }

    @Override
    public Notary notary() {
        return notary;
    }

    JdbcLedger openLedger(Clock clock) {
        return JdbcLedger.open(place(), clock);
    }

    /** The same ledger by other connections, such as those of another user. */
    JdbcLedger openLedger(DataSource other, Clock clock) {
        return JdbcLedger.open(new JdbcPlace(other, notary), clock);
    }

    String name() {
        return name;
    }

    /** The address, which holds user and password. */
    String url() {
        return server.url(name);
    }

    /** Gives every connection back and opens others. */
    @Override
    public void reopen() {
        close();
        dataSource = pool();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server = PostgresServer.shared();
        name = server.createDatabase();
        notary = new MemoryNotary();
        dataSource = pool();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // To drop the database would cost a checkpoint; it goes with the server.
        if (dataSource != null) {
            close();
        }
    }

    private void close() {
        Objects.requireNonNull(dataSource).close();
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
