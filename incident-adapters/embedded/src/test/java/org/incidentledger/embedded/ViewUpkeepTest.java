package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.embedded.SmallReports.report;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewUpkeepTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LedgerOptions ON_AWAIT = LedgerOptions.defaults().withUpkeep(ViewUpkeep.ON_AWAIT);

    @TempDir
    Path directory;

    private static void assertShows(IncidentLedger ledger, Projection<?> projection, int documents) {
        assertThat(ledger.views().of(projection).all()).hasSize(documents);
    }

    /** A processor that starts makes a token for its view first. */
    @Test
    void a_command_alone_starts_no_processor() throws SQLException {
        DataSource dataSource = Databases.inMemory();
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, ON_AWAIT.withNotary(new MemoryNotary()))) {
            report(ledger, "one");
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet tokens = statement.executeQuery("SELECT processorName FROM TokenEntry")) {
                assertThat(tokens.next()).isFalse();
            }
        }
    }

    @Test
    void views_that_nobody_awaits_stay_as_they_were_stored() {
        long last;
        try (IncidentLedger ledger = IncidentLedger.open(directory)) {
            last = report(ledger, "one");
            ledger.await(last, SOON);
        }
        try (IncidentLedger ledger = IncidentLedger.open(directory, ON_AWAIT)) {
            assertThat(ledger.views().size()).isEqualTo(last + 1);
            report(ledger, "two");
            ledger.await(last, SOON);
            assertThat(ledger.views().size()).isEqualTo(last + 1);
            assertShows(ledger, new AuditProjection(), 1);
        }
        try (IncidentLedger ledger = IncidentLedger.open(directory, ON_AWAIT)) {
            assertThat(ledger.views().size()).isEqualTo(last + 1);
            assertThat(ledger.head().size()).isEqualTo(last + 2);
        }
    }

    @Test
    void who_awaits_gets_what_this_process_and_those_before_it_appended() {
        try (IncidentLedger ledger = IncidentLedger.open(directory, ON_AWAIT)) {
            report(ledger, "one");
        }
        try (IncidentLedger ledger = IncidentLedger.open(directory, ON_AWAIT)) {
            ledger.await(report(ledger, "two"), SOON);
            assertShows(ledger, new TimelineProjection(), 2);
            ledger.await(report(ledger, "three"), SOON);
            assertShows(ledger, new TimelineProjection(), 3);
        }
        try (IncidentLedger ledger = IncidentLedger.open(directory, ON_AWAIT)) {
            assertThat(ledger.views().size()).isEqualTo(3);
            assertShows(ledger, new TimelineProjection(), 3);
        }
    }

    @Test
    void a_rebuild_needs_no_waiting_before_it() {
        try (IncidentLedger ledger = IncidentLedger.inMemory(ON_AWAIT)) {
            long last = report(ledger, "one");
            assertThat(ledger.views().size()).isZero();
            ledger.rebuild();
            ledger.await(last, SOON);
            assertShows(ledger, new AuditProjection(), 1);
            assertThat(ledger.deadLetters()).isEmpty();
        }
    }

    @Test
    void a_ledger_that_did_nothing_closes() {
        IncidentLedger.open(directory, ON_AWAIT).close();
        try (IncidentLedger ledger = IncidentLedger.open(directory, ON_AWAIT)) {
            assertThat(ledger.head().size()).isZero();
            assertThat(ledger.views().size()).isZero();
        }
    }
}
