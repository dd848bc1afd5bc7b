package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.ledger.journal.Journal;
import org.incidentledger.ledger.journal.JournalRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * H2 stores its tables one after the other while transactions go on, and a process that is killed may leave a part of the last ones
 * behind. The full-size kill test met one such database in about two hundred kills; here each part goes missing by itself.
 */
class TornDatabaseTest {
    private static final int GROUPS = 30;
    private static final int ENTRIES = 20;

    private final List<UUID> acknowledged = new ArrayList<>();

    @TempDir
    Path directory;

    @BeforeEach
    void a_ledger_whose_process_was_killed() throws IOException {
        StreamId stream = SampleAppends.stream("long");
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            for (int i = 0; i < GROUPS; i++) {
                AppendResult result = ledger.append(SampleAppends.append(stream, (long) ENTRIES * i, ENTRIES));
                acknowledged.add(((AppendResult.Appended) result).receipt().commandId());
            }
        }
        Files.createFile(directory.resolve("open"));
    }

    private void requireEverything() {
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            assertThat(LedgerInvariants.verify(ledger).keySet()).containsExactlyElementsOf(acknowledged);
            Verifications.verified(ledger, ledger.key());
            assertThat(ledger.append(SampleAppends.append(SampleAppends.stream("long"), (long) ENTRIES * GROUPS, 1)))
                    .isInstanceOf(AppendResult.Appended.class);
        }
        assertThat(directory.resolve("open")).doesNotExist();
    }

    private void tear(String... statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("entry", "tile", "checkpoint")) {
                statement.execute("DROP TRIGGER ledger_" + table + "_append_only");
            }
            statement.execute("DROP TRIGGER ledger_head_only_grows");
            for (String each : statements) {
                assertThat(statement.executeUpdate(each)).as(each).isPositive();
            }
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:" + SteadyFiles.SCHEME + ":" + directory.resolve("ledger"), "sa", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ledger_checkpoint WHERE size = 600",
                "DELETE FROM ledger_entry WHERE position >= 598",
                "DELETE FROM ledger_entry WHERE position = 597",
                "UPDATE ledger_head SET size = 596",
                "DELETE FROM ledger_tile WHERE tile_index = 1",
            })
    void what_is_missing_is_repeated_from_the_journal(String tear) throws SQLException {
        tear(tear);

        requireEverything();
    }

    /** The table in which H2 keeps its tables loses a part, like any other. The power cut test met such databases. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger_head",
                "ledger_entry",
                "ledger_tile",
                "ledger_checkpoint",
                "sealed_chunk",
                "sealed_place",
                "sealing_key"
            })
    void a_table_that_is_gone_is_made_anew_as_long_as_the_journal_holds_everything(String table) throws SQLException {
        lose(table);

        requireEverything();
    }

    private void lose(String table) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + table + " CASCADE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LEDGER_HEAD",
                "LEDGER_ENTRY",
                "LEDGER_TILE",
                "LEDGER_CHECKPOINT",
                "SEALED_CHUNK",
                "SEALED_PLACE",
                "SEALING_KEY"
            })
    void a_table_that_is_gone_for_good_is_named_until_a_copy_is_put_back(String table)
            throws IOException, SQLException {
        Path database = directory.resolve("ledger.mv.db");
        byte[] copy = Files.readAllBytes(database);
        lose(table);
        forgetFirstGroup();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::requireEverything)
                    .isInstanceOf(LedgerException.Unavailable.class)
                    .hasMessageContainingAll(
                            directory.toString(),
                            "lost " + table,
                            "journal begins at position " + ENTRIES,
                            "nothing was changed",
                            "copy of ledger.mv.db");
        }

        Files.write(database, copy);
        requireEverything();
    }

    private void forgetFirstGroup() throws IOException {
        List<JournalRecord> groups = new ArrayList<>();
        try (Journal journal = Journal.open(directory)) {
            journal.read(0, groups::add);
            journal.restart();
            for (JournalRecord later : groups.subList(1, GROUPS)) {
                journal.append(later);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEDGER_HEAD", "LEDGER_HEAD, LEDGER_ENTRY", "SEALED_CHUNK"})
    void a_table_that_is_gone_is_named_when_there_is_no_journal(String tables) throws IOException, SQLException {
        lose(tables);
        Files.delete(directory.resolve("journal-0000000000000000000"));

        assertThatThrownBy(this::requireEverything)
                .isInstanceOf(LedgerException.Unavailable.class)
                .hasMessageContainingAll("lost " + tables + " when", "journal is gone");
    }

    @Test
    void a_ledger_whose_making_was_cut_off_is_made_whole() throws IOException, SQLException {
        Files.delete(directory.resolve("journal-0000000000000000000"));
        Files.delete(directory.resolve("ledger.mv.db"));
        try (H2Database empty = H2Database.open(directory);
                Connection connection = empty.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sealing_key (subject VARCHAR(91) PRIMARY KEY, id UUID, wrapped VARBINARY)");
        }
        leaveMark();

        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = JdbcLedger.open(database.place(new MemoryNotary()), Clock.systemUTC())) {
            assertThat(ledger.head().size()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEDGER_ENTRY_COMMAND", "LEDGER_ENTRY_STREAM"})
    void an_index_that_lacks_a_row_is_made_anew(String index) throws SQLException {
        try (Connection connection = connection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVMap<?, ?> entries = session.getDatabase().getMainSchema().getAllIndexes().stream()
                    .filter(found -> found.getName().startsWith(index))
                    .map(found -> ((MVSecondaryIndex) found).getMVMap())
                    .findFirst()
                    .orElseThrow();
            remove(entries);
        }

        requireEverything();
    }

    private static <K> void remove(MVMap<K, ?> rows) {
        rows.remove(rows.lastKey());
    }

    @Test
    void a_database_that_was_closed_in_order_is_never_mended() throws IOException, SQLException {
        tear("DELETE FROM ledger_checkpoint WHERE size = 600");
        Files.delete(directory.resolve("open"));

        assertThatThrownBy(this::requireEverything)
                .isInstanceOf(LedgerException.Corrupt.class)
                .hasMessageContaining("600");
    }

    @Test
    void what_the_journal_does_not_reach_back_to_is_refused() throws IOException, SQLException {
        tear("DELETE FROM ledger_checkpoint WHERE size = 600");
        Files.delete(directory.resolve("journal-0000000000000000000"));

        assertThatThrownBy(this::requireEverything)
                .isInstanceOf(LedgerException.Corrupt.class)
                .hasMessageContaining("600");
    }

    @Test
    void views_that_may_be_torn_are_made_anew() throws SQLException {
        try (H2Database database = H2Database.open(directory)) {
            new JdbcViewStore(database.dataSource()::getConnection).put("view", "key", new byte[] {1});
        }
        try (H2Database database = H2Database.open(directory)) {
            assertThat(new JdbcViewStore(database.dataSource()::getConnection).get("view", "key"))
                    .isPresent();
        }
        leaveMark();
        try (H2Database database = H2Database.open(directory)) {
            assertThat(new JdbcViewStore(database.dataSource()::getConnection).get("view", "key"))
                    .isEmpty();
        }
    }

    private void leaveMark() {
        assertThatCode(() -> Files.createFile(directory.resolve("open"))).doesNotThrowAnyException();
    }
}
