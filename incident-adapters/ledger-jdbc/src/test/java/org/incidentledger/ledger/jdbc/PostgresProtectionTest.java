package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.contracts.SampleAppends.append;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Objects;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.SnapshotStore;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three entries, and somebody with a connection who means no good: the owner of the tables, and a service. */
class PostgresProtectionTest {
    private static final StreamId A = SampleAppends.stream("a");

    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @BeforeEach
    void three_entries() throws SQLException {
        try (JdbcLedger ledger = database.openLedger(Clock.systemUTC())) {
            ledger.append(append(A, 0, 3));
        }
        execute(database.url(), "INSERT INTO ledger_tile VALUES (60, 0, '\\x00')");
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (PostgresDatabase database = PostgresDatabase.open(url, null);
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static final String INDEXED_BY_A_LANGUAGE = """
            SELECT string_agg(indexed.relname || '.' || attname, ', ')
            FROM pg_index
            JOIN pg_class AS indexed ON indexed.oid = indexrelid
            JOIN pg_attribute ON attrelid = indexrelid
            WHERE relnamespace = current_schema()::regnamespace
            AND attcollation NOT IN (0, 'pg_catalog."C"'::regcollation)""";

    @Test
    void no_index_depends_on_the_order_of_a_language() throws SQLException {
        try (PostgresDatabase open = PostgresDatabase.open(database.url(), null);
                Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(INDEXED_BY_A_LANGUAGE)) {
            row.next();
            assertThat(row.getString(1)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET bytes = '\\x00' WHERE position = 1",
                "UPDATE ledger_entry SET recorded_at = recorded_at",
                "DELETE FROM ledger_entry WHERE position = 2",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry",
                "TRUNCATE ledger_entry CASCADE",
                "INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE position = 1"
                        + " ON CONFLICT (position) DO UPDATE SET stream = 'sample/x'",
                "MERGE INTO ledger_entry e USING (SELECT 1 AS p) s ON e.position = s.p WHEN MATCHED THEN DELETE",
                "WITH gone AS (DELETE FROM ledger_entry RETURNING *) SELECT * FROM gone",
                "INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE position = 1",
                "UPDATE ledger_tile SET hashes = '\\x01'",
                "DELETE FROM ledger_tile",
                "TRUNCATE ledger_tile",
                "UPDATE ledger_checkpoint SET note = ''",
                "DELETE FROM ledger_checkpoint",
                "TRUNCATE ledger_checkpoint",
                "DELETE FROM ledger_head",
                "TRUNCATE ledger_head",
                "UPDATE ledger_head SET size = 2",
                "UPDATE ledger_head SET origin = 'another'",
                "INSERT INTO ledger_head SELECT * FROM ledger_head"
            })
    void the_database_itself_refuses_to_change_history(String sql) {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(database.url(), sql));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(database.url(), "SET session_replication_role = replica", sql));
        try (JdbcLedger ledger = database.openLedger(Clock.systemUTC())) {
            assertThat(LedgerInvariants.verify(ledger)).hasSize(1);
        }
    }

    @Nested
    class A_service_that_does_not_own_the_tables {
        private String service;

        @BeforeEach
        void with_the_rights_that_the_script_grants() throws Exception {
            String role = "service_" + database.name();
            execute(database.url(), "CREATE ROLE %s LOGIN PASSWORD 'x'".formatted(role));
            execute(database.url(), script().replace(":\"service\"", role));
            service = database.url().replaceFirst("user=.*", "user=%s&password=x".formatted(role));
        }

        @Test
        void can_use_the_ledger() {
            try (PostgresDatabase connected = PostgresDatabase.open(service, null);
                    JdbcLedger ledger = database.openLedger(connected.dataSource(), Clock.systemUTC())) {
                assertThat(ledger.append(append(A, 3, 2))).isInstanceOf(AppendResult.Appended.class);
                assertThat(LedgerInvariants.verify(ledger)).hasSize(2);
            }
        }

        @Test
        void can_keep_snapshots_where_there_is_a_table_and_do_without_where_there_is_none() throws SQLException {
            try (PostgresDatabase connected = PostgresDatabase.open(service, null)) {
                SnapshotStore snapshots = new JdbcSnapshotStore(connected.dataSource()::getConnection);
                snapshots.clear();
                assertThat(snapshots.find(A)).isEmpty();

                execute(database.url(), "DROP TABLE aggregate_snapshot");
                database.openLedger(connected.dataSource(), Clock.systemUTC()).close();
                assertThatExceptionOfType(LedgerException.Unavailable.class).isThrownBy(() -> snapshots.find(A));

                database.openLedger(Clock.systemUTC()).close();
                execute(database.url(), "TRUNCATE aggregate_snapshot");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
                    "DROP TRIGGER ledger_entry_append_only ON ledger_entry",
                    "SET session_replication_role = replica",
                    "CREATE OR REPLACE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'",
                    "DELETE FROM ledger_entry WHERE false",
                    "TRUNCATE ledger_checkpoint",
                    "UPDATE ledger_head SET origin = origin",
                    "DROP TABLE ledger_tile"
                })
        void cannot_take_the_protection_away(String sql) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(service, sql))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }

        private static String script() throws IOException {
            try (InputStream in = JdbcLedger.class.getResourceAsStream("schema/v1/postgresql-roles.sql")) {
                return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
