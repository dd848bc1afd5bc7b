package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real PostgreSQL. */
class PostgresTest {
    private static final String SECRET = "s3cr3t-and-wrong";

    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void an_empty_database() {
        PostgresServer server = PostgresServer.shared();
        url = server.url(server.createDatabase());
    }

    @Test
    void what_one_run_reports_the_next_one_shows() {
        Terminal terminal = new Terminal(folder);
        terminal.done(
                "report",
                "--incident",
                "2026-1",
                "--title",
                "Mail",
                "--kind",
                "abuse",
                "--severity",
                "minor",
                "--ledger",
                url);
        assertThat(terminal.done("audit", "--json", "--ledger", url).out()).contains("2026-1");
        terminal.done("rebuild", "--ledger", url);
    }

    @Test
    void a_wrong_password_is_told_in_one_line_without_it() {
        String wrong = url.replaceFirst("password=.*", "password=" + SECRET);
        Terminal.Printed printed = new Terminal(folder).run("status", "--ledger", wrong);
        assertThat(printed.exitCode()).isEqualTo(3);
        assertThat(printed.err()).hasLineCount(1).contains("does not let this user in");
        assertThat(printed.err() + printed.out()).doesNotContain(SECRET);
    }

    @Test
    void an_address_that_is_none_is_told_without_its_password() {
        Terminal.Printed printed =
                new Terminal(folder).run("status", "--ledger", "jdbc:postgres://ada:" + SECRET + "@db/x");
        assertThat(printed.exitCode()).isEqualTo(2);
        assertThat(printed.err()).hasLineCount(1).doesNotContain(SECRET);
    }
}
