package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.contracts.SampleAppends.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three entries, and somebody with a connection who means no good. */
class ProtectionTest {
    private static final StreamId A = SampleAppends.stream("a");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @BeforeEach
    void three_entries() {
        try (JdbcLedger ledger = open()) {
            ledger.append(append(A, 0, 3));
        }
    }

    private JdbcLedger open() {
        return JdbcLedger.open(database.place(), Clock.systemUTC());
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET bytes = X'00' WHERE position = 1",
                "UPDATE ledger_entry SET recorded_at = recorded_at",
                "DELETE FROM ledger_entry WHERE position = 2",
                "DELETE FROM ledger_entry",
                "TRUNCATE TABLE ledger_entry",
                "MERGE INTO ledger_entry KEY (position) SELECT * FROM ledger_entry WHERE position = 1",
                "INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE position = 1",
                "UPDATE ledger_checkpoint SET note = 'another' WHERE size = 3",
                "DELETE FROM ledger_checkpoint WHERE size = 0",
                "TRUNCATE TABLE ledger_checkpoint",
                "TRUNCATE TABLE ledger_tile",
                "DELETE FROM ledger_head",
                "UPDATE ledger_head SET size = 2",
                "UPDATE ledger_head SET origin = 'another'",
                "INSERT INTO ledger_head SELECT * FROM ledger_head"
            })
    void the_database_itself_refuses_to_change_history(String sql) {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(sql));
        try (JdbcLedger ledger = open()) {
            assertThat(LedgerInvariants.verify(ledger)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_tile SET hashes = hashes",
                "DELETE FROM ledger_tile WHERE level = 0",
                "TRUNCATE TABLE ledger_tile"
            })
    void the_database_itself_refuses_to_change_a_tile(String sql) {
        try (JdbcLedger ledger = open()) {
            ledger.append(append(A, 3, 253));
        }
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(sql));
    }

    @Nested
    class Once_the_protection_was_removed {
        @BeforeEach
        void without_triggers() throws SQLException {
            execute("DROP TRIGGER ledger_entry_append_only", "DROP TRIGGER ledger_head_only_grows");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        DELETE FROM ledger_entry WHERE position = 2           | 2
                        DELETE FROM ledger_entry                              | 0
                        UPDATE ledger_head SET size = 2                       | 2
                        UPDATE ledger_head SET size = 9                       | 3
                        UPDATE ledger_head SET origin = 'another'             | 2
                        UPDATE ledger_head SET last_recorded_at = NULL        | 2
                        UPDATE ledger_entry SET bytes = X'7B7D'               | 2
                        UPDATE ledger_entry SET position = 3 WHERE position=2 | 3
                        """)
        void a_head_that_contradicts_the_entries_is_refused_on_opening(String sql, long position) throws SQLException {
            execute(sql);
            assertThatExceptionOfType(LedgerException.Corrupt.class)
                    .isThrownBy(ProtectionTest.this::open)
                    .satisfies(corrupt -> assertThat(corrupt.position()).isEqualTo(position));
        }

        @Test
        void a_missing_entry_is_named_on_opening() throws SQLException {
            execute("DELETE FROM ledger_entry WHERE position = 1");
            assertThatExceptionOfType(LedgerException.Corrupt.class)
                    .isThrownBy(ProtectionTest.this::open)
                    .satisfies(corrupt -> assertThat(corrupt.position()).isEqualTo(1));
        }

        @Test
        void a_missing_entry_below_a_full_tile_is_named_when_it_is_read() throws SQLException {
            try (JdbcLedger ledger = open()) {
                ledger.append(append(A, 3, 300));
            }
            execute("DELETE FROM ledger_entry WHERE position = 1");
            try (JdbcLedger ledger = open()) {
                assertThatExceptionOfType(LedgerException.Corrupt.class)
                        .isThrownBy(() -> ledger.read(0, 9))
                        .satisfies(corrupt -> assertThat(corrupt.position()).isEqualTo(1));
            }
        }

        @Test
        void an_open_ledger_stops_when_its_history_is_cut() throws SQLException {
            try (JdbcLedger ledger = open()) {
                execute("DELETE FROM ledger_entry WHERE position = 2", "UPDATE ledger_head SET size = 2");
                assertCorruptAt(2, ledger);
                execute("UPDATE ledger_head SET size = 3");
                assertCorruptAt(2, ledger);
            }
        }

        @Test
        void an_open_ledger_stops_when_an_entry_was_slipped_in() throws SQLException {
            try (JdbcLedger ledger = open()) {
                execute("INSERT INTO ledger_entry SELECT 3, 'sample/x', 0, command_id, recorded_at, bytes"
                        + " FROM ledger_entry WHERE position = 1");
                assertCorruptAt(3, ledger);
                assertCorruptAt(3, ledger);
            }
        }

        private void assertCorruptAt(long position, JdbcLedger ledger) {
            assertThatExceptionOfType(LedgerException.Corrupt.class)
                    .isThrownBy(() -> ledger.append(append(SampleAppends.stream("b"), 0, 1)))
                    .satisfies(corrupt -> assertThat(corrupt.position()).isEqualTo(position));
        }
    }

    @Nested
    class The_schema {
        @Test
        void of_a_newer_version_is_left_alone() throws SQLException {
            execute("UPDATE ledger_head SET format_version = 2");
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(ProtectionTest.this::open)
                    .withMessage(
                            "the ledger is kept in format 2 and this version of the library knows format 1; open it"
                                    + " with the version of the library that wrote it, or a newer one");
        }

        @Test
        void is_made_whole_when_its_making_was_interrupted() throws SQLException {
            execute(
                    "DROP TRIGGER ledger_head_only_grows",
                    "DELETE FROM ledger_head",
                    "DROP TABLE view_document",
                    "DROP TABLE ledger_checkpoint_untruncated",
                    "DROP TABLE ledger_checkpoint",
                    "DROP TABLE ledger_entry_untruncated",
                    "DROP TABLE ledger_entry");
            try (JdbcLedger ledger =
                    JdbcLedger.open(new JdbcPlace(database.dataSource(), new MemoryNotary()), Clock.systemUTC())) {
                ledger.append(append(A, 0, 1));
                assertThat(LedgerInvariants.verify(ledger)).hasSize(1);
                assertThat(ledger.head().origin()).startsWith("incident-ledger/");
            }
        }
    }
}
