package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.incidentledger.bundle.BundleExport;
import org.incidentledger.channels.Notification;
import org.incidentledger.channels.Outbox;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand.ReportIncident;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.sealing.KeyWrapper;
import org.incidentledger.sealing.KeysetFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * No personal value is anywhere in plain text: not in any file of an embedded ledger or of PostgreSQL with its write-ahead log, not in
 * any row of any table, a dump, a bundle, a log, a meter or the outbox with a mail to each of them that nobody has sent; and each of these searches finds a leak that is planted there. The size
 * that the requirement names: {@code -Dprivacy.incidents=10000}. A dump by pg_dump is searched where that program is, as with
 * {@code -Dpostgres.bin=DIR}; COPY writes the same rows everywhere.
 */
class PersonalDataTest {
    private static final int INCIDENTS = Integer.getInteger("privacy.incidents", 40);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final String MARK_IN_BYTES = "convert_to('%s', 'UTF8')".formatted(Crowd.MARK);

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Handler handler =
            new StreamHandler(new PrintStream(log, true, StandardCharsets.UTF_8), new SimpleFormatter());

    /** What happens, and everything about it that can be seen elsewhere than in the storage. */
    private void live(IncidentLedger ledger, Path outbox, KeyWrapper key) throws IOException {
        Logger.getLogger("").addHandler(handler);
        try {
            Crowd.appear(ledger, 0, INCIDENTS);
            Outbox unsent = new Outbox(outbox, key);
            Notices.leave(ledger, unsent, 0, INCIDENTS);
            assertThat(unsent.find(text -> true)).hasSize(INCIDENTS);
            Vault vault = ledger.as(ADA).vault();
            vault.about(Crowd.subject(1), "a look");
            deleteThoseTo(1, vault, unsent);
            assertThat(vault.erase(Crowd.subject(1), "R-1", "Art. 17").outcome())
                    .isInstanceOf(Outcome.Accepted.class);
            ledger.await(ledger.head().size() - 1, PATIENCE);
            export(ledger, "bundle");
            assertThat(ledger.head().size()).isGreaterThan(6L * INCIDENTS);
            assertThat(Leaks.in(meters.getMetersAsString())).isFalse();
            assertThat(logLeaks()).isFalse();
            assertThat(Leaks.inFiles(folder.resolve("bundle"))).isEmpty();
            plantElsewhere();
            plantInOutbox(outbox, unsent);
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    private void export(IncidentLedger ledger, String name) throws IOException {
        new BundleExport(ledger.reader()::read, ledger.tree(), ledger.key())
                .write(folder.resolve(name), VerificationProgress.NONE);
    }

    private boolean logLeaks() {
        handler.flush();
        return Leaks.in(log.toByteArray());
    }

    private void plantElsewhere() {
        meters.counter("commands", "actor", Crowd.MARK).increment();
        assertThat(Leaks.in(meters.getMetersAsString())).isTrue();
        Logger.getLogger("org.incidentledger").warning("refused " + Crowd.MARK);
        assertThat(logLeaks()).isTrue();
    }

    /** What an erasure does about them on the command line. */
    private static void deleteThoseTo(int number, Vault vault, Outbox unsent) throws IOException {
        List<Path> theirs = unsent.find(vault.mentions(Crowd.subject(number))::in);
        assertThat(theirs).containsExactly(unsent.fileOf(Notices.to(number, "")));
        Files.delete(theirs.getFirst());
        assertThat(unsent.find(text -> text.contains(Crowd.address(number)))).isEmpty();
        assertThat(unsent.find(Leaks::in)).hasSize(INCIDENTS - 1);
    }

    /** A mail that names somebody, kept as it reads: in words, and as mails write words that are not ASCII. */
    private static void plantInOutbox(Path outbox, Outbox unsent) throws IOException {
        assertThat(Leaks.inFiles(outbox)).isEmpty();
        for (String said : List.of("call ", "žądanie: ťěšínské ďábelské ódy, zażółć gęślą jaźń ")) {
            Notification leak = Notices.toNobody(INCIDENTS, said + Crowd.MARK);
            assertThat(unsent.deliver(leak).hasFailed()).isFalse();
            assertThat(Leaks.inFiles(outbox)).containsExactly(unsent.fileOf(leak));
            Files.delete(unsent.fileOf(leak));
        }
    }

    /** Somebody writes a personal value where none belongs. */
    private void plantInEntry(IncidentLedger ledger) {
        ledger.as(ADA)
                .because("call " + Crowd.MARK)
                .send(ReportIncident.of(new IncidentId("leak"), "Phishing", IncidentKind.ABUSE, Severity.MINOR))
                .receipt();
        ledger.await(ledger.head().size() - 1, PATIENCE);
    }

    private LedgerOptions options() {
        return LedgerOptions.defaults().withMeters(meters);
    }

    @Test
    void is_in_no_file_and_no_table_of_an_embedded_ledger() throws Exception {
        Path place = folder.resolve("ledger");
        try (IncidentLedger ledger = IncidentLedger.open(place, options())) {
            live(ledger, place.resolve("outbox"), new KeysetFile(place.resolve(IncidentLedger.SEALING_KEYSET)));
            assertThat(Leaks.inFiles(folder)).isEmpty();
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:" + place.resolve("ledger"));
        h2.setUser("sa");
        assertThat(Leaks.inFiles(folder)).isEmpty();
        assertThat(Leaks.inTables(h2)).isEmpty();

        try (IncidentLedger ledger = IncidentLedger.open(place, options())) {
            plantInEntry(ledger);
            export(ledger, "leaking-bundle");
        }
        assertThat(Leaks.inFiles(folder.resolve("leaking-bundle"))).isNotEmpty();
        assertThat(Leaks.inFiles(place))
                .extracting(file -> file.getFileName().toString())
                .contains("ledger.mv.db")
                .anyMatch(name -> name.startsWith("journal-"));
        assertThat(Leaks.inTables(h2)).contains("ledger_entry", "view_document");
    }

    @Test
    void is_in_no_table_dump_or_file_of_postgresql(TestReporter reporter) throws Exception {
        PostgresServer server = PostgresServer.shared();
        String database = server.createDatabase();
        try (PostgresDatabase pool = PostgresDatabase.open(server.url(database), null)) {
            DataSource dataSource = pool.dataSource();
            KeyWrapper key = KeyWrapper.ofThisProcess();
            LedgerOptions options = options().withNotary(new MemoryNotary()).withSealingKey(key);
            try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
                live(ledger, folder.resolve("outbox"), key);
            }
            server.execute("CHECKPOINT");
            assertThat(Leaks.inTables(dataSource)).isEmpty();
            assertThat(Leaks.inDump(dataSource)).isEmpty();
            assertThat(Leaks.inFiles(server.files())).isEmpty();
            assertThat(Leaks.inFiles(folder)).isEmpty();
            Optional<Path> dump = server.dump(database, folder);
            reporter.publishEntry("pg_dump", dump.isPresent() ? "searched" : "skipped: these programs have none");
            assertThat(Leaks.inFiles(folder)).isEmpty();

            plant(dataSource);
            server.execute("CHECKPOINT");
            assertThat(Leaks.inTables(dataSource)).containsExactlyInAnyOrder("command_refusal", "in_bytes");
            assertThat(Leaks.inDump(dataSource)).containsExactlyInAnyOrder("command_refusal", "in_bytes");
            assertThat(Leaks.inFiles(server.files().resolve("data/base"))).isNotEmpty();
            assertThat(Leaks.inFiles(server.files().resolve("data/pg_wal"))).isNotEmpty();
            if (dump.isPresent()) {
                server.dump(database, folder);
                assertThat(Leaks.inFiles(folder)).isEqualTo(dump.stream().toList());
            }
        }
    }

    /** As text, and as bytes in a table that nobody has told this test of. */
    private static void plant(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO command_refusal VALUES ('00000000-0000-0000-0000-000000000001', 's/1', 'r', '"
                            + Crowd.MARK + "', now())");
            statement.execute("CREATE TABLE in_bytes AS SELECT " + MARK_IN_BYTES + " AS document");
        }
    }
}
