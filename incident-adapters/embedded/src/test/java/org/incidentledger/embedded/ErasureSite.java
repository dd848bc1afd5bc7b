package org.incidentledger.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.incidentledger.contracts.StoredValues;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.ledger.jdbc.JdbcPlace;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.incidentledger.sealing.KeysetFile;

/**
 * Where a ledger lies that several processes open one after the other.
 *
 * @param keys the folder of its keys; of all of it on H2
 * @param url of PostgreSQL; empty on H2
 */
record ErasureSite(Path keys, String url) {
    IncidentLedger open() {
        LedgerOptions options = LedgerOptions.defaults().withUpkeep(ViewUpkeep.ON_AWAIT);
        return isEmbedded()
                ? IncidentLedger.open(keys, options)
                : IncidentLedger.open(
                        PostgresDatabase.open(url, null),
                        options.withNotary(new DirectoryNotary(keys))
                                .withSealingKey(new KeysetFile(keys.resolve(IncidentLedger.SEALING_KEYSET))));
    }

    boolean isEmbedded() {
        return url.isEmpty();
    }

    /** The same database, used as a service that does not own its tables; the ledger was made before. */
    ErasureSite asService(PostgresServer server) throws SQLException, IOException {
        String role = "service_" + Integer.toHexString(url.hashCode());
        server.execute("CREATE ROLE %s LOGIN PASSWORD 'service'".formatted(role));
        try (InputStream grants = JdbcPlace.class.getResourceAsStream("schema/v1/postgresql-roles.sql")) {
            String sql = new String(Objects.requireNonNull(grants).readAllBytes(), StandardCharsets.UTF_8);
            execute(sql.replace(":\"service\"", role));
        }
        return new ErasureSite(keys, url.replaceFirst("user=.*", "user=%s&password=service".formatted(role)));
    }

    /** Executes statements on PostgreSQL as whom the address names. */
    void execute(String... statements) throws SQLException {
        try (PostgresDatabase database = PostgresDatabase.open(url, null);
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Whoever a sealed value is about; the ledger is closed. */
    Set<String> subjectsOfValues() throws SQLException {
        return ask(database -> new StoredValues(database).subjects());
    }

    /** Whoever has a key; the ledger is closed. */
    Set<String> subjectsOfKeys() throws SQLException {
        return ask(database -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT subject FROM sealing_key")) {
                Set<String> subjects = new HashSet<>();
                while (rows.next()) {
                    subjects.add(rows.getString(1));
                }
                return subjects;
            }
        });
    }

    @FunctionalInterface
    private interface Question {
        Set<String> of(DataSource database) throws SQLException;
    }

    private Set<String> ask(Question question) throws SQLException {
        if (isEmbedded()) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:" + keys.resolve("ledger"));
            h2.setUser("sa");
            return question.of(h2);
        }
        try (PostgresDatabase database = PostgresDatabase.open(url, null)) {
            return question.of(database.dataSource());
        }
    }
}
