package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.ledger.LedgerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator is told, in one line, that never holds the password. */
class PostgresMessagesTest {
    private static final String SECRET = "s3cr3t-and-wrong";

    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @Test
    void nobody_answers() {
        assertRefused("jdbc:postgresql://localhost:1/ledger?user=ada&password=" + SECRET)
                .withMessageContaining("no PostgreSQL answers")
                .withMessageContaining("localhost:1");
        assertRefused("jdbc:postgresql://no-such-host.invalid/ledger?user=ada&password=" + SECRET)
                .withMessageContaining("no PostgreSQL answers")
                .withMessageContaining("no-such-host.invalid");
    }

    @Test
    void the_address_is_none() {
        assertRefused("jdbc:postgresql://localhost:not-a-port/ledger?password=" + SECRET)
                .withMessageContaining("write jdbc:postgresql://host:port/database?user=name");
    }

    @Test
    void a_wrong_password() {
        String wrong = database.url().replaceFirst("password=.*", "password=" + SECRET);
        assertRefused(wrong).withMessageContaining("does not let this user in").withMessageContaining("\"postgres\"");
        assertRefused(database.url().replaceFirst("&password=.*", ""))
                .withMessageContaining("does not let this user in");
    }

    @Test
    void a_password_beside_the_address() {
        PostgresServer server = PostgresServer.shared();
        String without = database.url().replaceFirst("&password=.*", "");
        PostgresDatabase.open(without, server.password()).close();
    }

    @Test
    void no_such_database() {
        assertRefused(PostgresServer.shared().url("nowhere"))
                .withMessageContaining("\"nowhere\"")
                .withMessageContaining("create it with CREATE DATABASE");
    }

    @Test
    void a_right_is_missing() throws SQLException {
        execute("CREATE ROLE reader_%s LOGIN PASSWORD 'x'".formatted(database.name()));
        String reader = database.url().replaceFirst("user=.*", "user=reader_%s&password=x".formatted(database.name()));
        assertOpeningFails(reader).withMessageContaining("grant the right to this user");
    }

    @Test
    void a_database_in_another_encoding() {
        PostgresServer server = PostgresServer.shared();
        server.execute(
                "CREATE DATABASE latin_%s TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'".formatted(database.name()));
        assertOpeningFails(server.url("latin_" + database.name()))
                .withMessageContaining("keeps text as LATIN1; create one with ENCODING 'UTF8'");
    }

    @Test
    void a_session_that_may_only_read() throws SQLException {
        execute("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(database.name()));
        assertOpeningFails(database.url()).withMessageContaining("read-only replica; use the address of its primary");
    }

    private static ThrowableAssertAlternative<LedgerException.Unavailable> assertRefused(String url) {
        return assertOneLine(assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> PostgresDatabase.open(url, null)));
    }

    private ThrowableAssertAlternative<LedgerException.Unavailable> assertOpeningFails(String url) {
        try (PostgresDatabase open = PostgresDatabase.open(url, null)) {
            return assertOneLine(assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() -> database.openLedger(open.dataSource(), Clock.systemUTC())));
        }
    }

    private static ThrowableAssertAlternative<LedgerException.Unavailable> assertOneLine(
            ThrowableAssertAlternative<LedgerException.Unavailable> refused) {
        return refused.satisfies(e -> assertThat(e.getMessage())
                .hasLineCount(1)
                .doesNotContain(SECRET)
                .doesNotContain("password="));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
