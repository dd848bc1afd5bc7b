package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import javax.sql.DataSource;
import org.incidentledger.bundle.BundleExport;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand.ReportIncident;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.sealing.KeyWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No personal value is anywhere in plain text: not in any file of an embedded ledger or of PostgreSQL with its write-ahead log, not in
 * any row of any table, a bundle, a log or a meter. The size that the requirement names: {@code -Dprivacy.incidents=10000}.
 */
class PersonalDataTest {
    private static final int INCIDENTS = Integer.getInteger("privacy.incidents", 40);

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    /** What happens, and everything about it that can be seen elsewhere than in the storage. */
    private void live(IncidentLedger ledger) throws IOException {
        Handler handler = new StreamHandler(new PrintStream(log, true, StandardCharsets.UTF_8), new SimpleFormatter());
        Logger.getLogger("").addHandler(handler);
        try {
            Crowd.appear(ledger, 0, INCIDENTS);
            Vault vault = ledger.as(new ActorRef("staff/ada")).vault();
            vault.about(Crowd.subject(1), "a look");
            assertThat(vault.erase(Crowd.subject(1), "R-1", "Art. 17").outcome())
                    .isInstanceOf(Outcome.Accepted.class);
            ledger.await(ledger.head().size() - 1, Duration.ofMinutes(5));
            new BundleExport(ledger.reader()::read, ledger.tree(), ledger.key())
                    .write(folder.resolve("bundle"), VerificationProgress.NONE);
            assertThat(ledger.head().size()).isGreaterThan(3L * INCIDENTS);
        } finally {
            handler.flush();
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(Crowd.leaks(meters.getMetersAsString().getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Crowd.leaks(log.toByteArray())).isFalse();
    }

    private LedgerOptions options() {
        return LedgerOptions.defaults().withMeters(meters);
    }

    @Test
    void is_in_no_file_of_an_embedded_ledger() throws IOException {
        try (IncidentLedger ledger = IncidentLedger.open(folder.resolve("ledger"), options())) {
            live(ledger);
            assertThat(Crowd.leaks(folder)).isEmpty();
        }
        assertThat(Crowd.leaks(folder)).isEmpty();
    }

    @Test
    void is_in_no_table_and_no_file_of_postgresql() throws Exception {
        PostgresServer server = PostgresServer.shared();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(server.createDatabase()));
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            LedgerOptions options = options().withNotary(new MemoryNotary()).withSealingKey(KeyWrapper.ofThisProcess());
            try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
                live(ledger);
            }
            server.execute("CHECKPOINT");
            assertThat(leakingTables(dataSource)).isEmpty();
            assertThat(Crowd.leaks(dataOf(dataSource))).isEmpty();
            assertThat(Crowd.leaks(folder)).isEmpty();

            insertLeak(dataSource);
            server.execute("CHECKPOINT");
            assertThat(leakingTables(dataSource)).containsExactly("command_refusal");
            assertThat(Crowd.leaks(dataOf(dataSource))).isNotEmpty();
        }
    }

    /** A scan that finds nothing proves something only when it finds what is there. */
    @Test
    void would_be_found() throws IOException {
        Path leak = folder.resolve("ledger.mv.db");
        Files.writeString(leak, "x".repeat(5_000_000) + Crowd.MARK + "y");

        assertThat(Crowd.leaks(folder)).containsExactly(leak);
        try (IncidentLedger ledger = IncidentLedger.open(folder.resolve("ledger"), options())) {
            ledger.as(new ActorRef("staff/ada"))
                    .because("call " + Crowd.MARK)
                    .send(ReportIncident.of(new IncidentId("i1"), "Phishing", IncidentKind.ABUSE, Severity.MINOR))
                    .receipt();
        }
        assertThat(Crowd.leaks(folder.resolve("ledger"))).hasSizeGreaterThan(1);
    }

    private static void insertLeak(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO command_refusal VALUES ('00000000-0000-0000-0000-000000000001', 's/1', 'r', '"
                            + Crowd.MARK + "', now())");
        }
    }

    private static Path dataOf(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    /** Like a dump: every row of every table as text, so that no compression hides anything; bytes are looked at as they are. */
    private static List<String> leakingTables(DataSource dataSource) throws SQLException {
        List<String> leaking = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found =
                    connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
            assertThat(tables).contains("ledger_entry", "sealed_value", "view_document");
            for (String table : tables) {
                if (leaks(connection, table)) {
                    leaking.add(table);
                }
            }
        }
        return leaking;
    }

    private static boolean leaks(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    byte[] bytes = rows.getObject(i) instanceof byte[] raw
                            ? raw
                            : String.valueOf(rows.getString(i)).getBytes(StandardCharsets.UTF_8);
                    if (Crowd.leaks(bytes)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
