package org.incidentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.incidentledger.sealing.KeyWrapper;
import org.opentest4j.TestAbortedException;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server, each contestant in a database of its own. */
final class PostgresSite implements Site {
    private final Path keys;
    private final PGSimpleDataSource admin;
    private final Runnable release;
    private final String description;

    /**
     * @param keys where the ledgers keep their keys and last checkpoints, outside of the database
     * @param url names a database whose user may make others
     * @param release stops the server, if we started it
     * @throws IllegalStateException when the server does not force its commits to disk
     */
    PostgresSite(Path keys, String url, Runnable release) throws SQLException {
        this.keys = keys;
        this.admin = new PGSimpleDataSource();
        admin.setURL(url);
        this.release = release;
        try (Connection connection = admin.getConnection()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                if (!show(connection, setting).equals("on")) {
                    throw new IllegalStateException("the server runs with %s=%s; start it with %s=on"
                            .formatted(setting, show(connection, setting), setting));
                }
            }
            this.description = "PostgreSQL %s, fsync on, shared_buffers %s"
                    .formatted(show(connection, "server_version"), show(connection, "shared_buffers"));
        }
    }

    /**
     * A server of our own with its ordinary settings, gone when this is closed.
     *
     * @throws TestAbortedException when none can be started here, saying why
     */
    static PostgresSite start(Path keys) throws SQLException {
        PostgresServer server = PostgresServer.start();
        try {
            return new PostgresSite(keys, server.url("postgres"), server::close);
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Pool durable(String database) throws SQLException {
        create(database);
        return new Pool(source(database), CONNECTIONS);
    }

    @Override
    public Pool unforced(String database) {
        throw new UnsupportedOperationException("PostgreSQL forces every commit");
    }

    @Override
    public boolean mustBeForced() {
        return false;
    }

    @Override
    public EventTableFactory eventTables() {
        return PostgresEventTableFactory.INSTANCE;
    }

    @Override
    public String bytesType() {
        return "BYTEA";
    }

    @Override
    public OurLedger ledger(String database, LedgerOptions options) throws SQLException {
        create(database);
        Pool pool = Pool.committing(source(database), CONNECTIONS);
        try {
            return new OurLedger(
                    IncidentLedger.open(
                            pool.dataSource(),
                            options.withNotary(new DirectoryNotary(keys.resolve(database)))
                                    .withSealingKey(KeyWrapper.ofThisProcess())),
                    pool::close);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    @Override
    public VerifierKey key(String database) throws IOException {
        return VerifierKey.parse(
                Files.readString(keys.resolve(database).resolve("ledger.vkey")).strip());
    }

    @Override
    public Pool beside(String database) {
        return new Pool(source(database), 1);
    }

    @Override
    public void close() {
        release.run();
    }

    private DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(admin.getServerNames());
        source.setPortNumbers(admin.getPortNumbers());
        source.setUser(admin.getUser());
        source.setPassword(admin.getPassword());
        source.setDatabaseName(inSql(database));
        return source;
    }

    private void create(String database) throws SQLException {
        try (Connection connection = admin.getConnection();
                PreparedStatement found = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            found.setString(1, inSql(database));
            try (ResultSet rows = found.executeQuery();
                    Statement create = connection.createStatement()) {
                if (!rows.next()) {
                    create.execute("CREATE DATABASE " + inSql(database));
                }
            }
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_setting(?)")) {
            statement.setString(1, setting);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String inSql(String database) {
        return database.replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
