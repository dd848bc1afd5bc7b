package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.ledger.SnapshotStore;
import org.incidentledger.ledger.jdbc.JdbcSnapshotStore;
import org.incidentledger.sealing.KeyWrapper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is kept of a long incident, when it is used, and when it is not. */
class SnapshotTest {
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final IncidentId LONG = new IncidentId("i0");
    private static final int FINDINGS = 120;

    private final DataSource database = Databases.inMemory();

    private final LedgerOptions options =
            LedgerOptions.defaults().withNotary(new MemoryNotary()).withSealingKey(KeyWrapper.ofThisProcess());

    private IncidentLedger open() {
        return IncidentLedger.open(database, options);
    }

    /** Reported with sealed values, and long enough for a snapshot, which is there when the ledger was closed. */
    private void live() {
        try (IncidentLedger ledger = open()) {
            Crowd.appear(ledger, 0);
            for (int i = 0; i < FINDINGS; i++) {
                find(ledger, i);
            }
        }
    }

    private static void find(IncidentLedger ledger, int number) {
        ledger.as(ADA)
                .send(new RecordCommand.RecordFinding(LONG, "Finding " + number, List.of(), null))
                .receipt();
    }

    /** The next command to the incident is decided as if all of its events had been read. */
    private void requireRightState() {
        try (IncidentLedger ledger = open()) {
            ledger.as(ADA).send(new LifecycleCommand.AcknowledgeIncident(LONG)).receipt();
            assertThat(ledger.as(ADA).send(new LifecycleCommand.AcknowledgeIncident(LONG)))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    private long sequence() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sequence FROM aggregate_snapshot WHERE stream ="
                        + " 'incident/i0' UNION ALL SELECT -1 ORDER BY 1 DESC")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void change(String assignment) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE aggregate_snapshot SET " + assignment))
                    .isPositive();
        }
    }

    @Test
    void one_is_taken_of_a_long_incident_and_used_after_a_restart() throws SQLException {
        live();

        assertThat(sequence()).isBetween(99L, (long) FINDINGS + 1);
        requireRightState();
    }

    @Test
    void none_is_taken_of_a_short_one() throws SQLException {
        try (IncidentLedger ledger = open()) {
            Crowd.appear(ledger, 0);
        }
        assertThat(sequence()).isNegative();
    }

    @Test
    void the_next_one_replaces_it() throws SQLException {
        live();
        long first = sequence();
        live_on();

        assertThat(sequence()).isGreaterThan(first + 50);
        requireRightState();
    }

    private void live_on() {
        try (IncidentLedger ledger = open()) {
            for (int i = 0; i < FINDINGS; i++) {
                find(ledger, FINDINGS + i);
            }
        }
    }

    @Nested
    class One_that_cannot_be_trusted_is_not_used_and_replaced {
        /** A state in which the incident was taken up: whoever trusts it refuses the first command below. */
        private void pretendAcknowledged() throws SQLException {
            change("state = REPLACE(state, '\"acknowledged\":false', '\"acknowledged\":true')");
        }

        @Test
        void because_its_bytes_were_changed() throws SQLException {
            live();
            pretendAcknowledged();

            requireRightState();
            assertThat(state()).contains("INVESTIGATING");
        }

        @Test
        void because_other_code_wrote_it() throws SQLException {
            live();
            change("format = 'another'");
            pretendAcknowledged();

            requireRightState();
            assertThat(state()).contains("INVESTIGATING");
        }

        @Test
        void because_old_events_were_brought_up_to_date_by_other_code() throws SQLException {
            live();
            JdbcSnapshotStore store = new JdbcSnapshotStore(database::getConnection);
            Set<Class<?>> upcasters = new EventCodec().upcasters();
            Set<Class<?>> others = Set.of(Databases.class);

            assertThat(upcasters).isNotEmpty();
            assertThat(new Snapshots(store, new ViewCodec(), upcasters).find(Streams.of(LONG)))
                    .isPresent();
            assertThat(new Snapshots(store, new ViewCodec(), others).find(Streams.of(LONG)))
                    .isEmpty();
            assertThat(new Snapshots(store, new ViewCodec(), Set.of()).find(Streams.of(LONG)))
                    .isEmpty();
        }

        @Test
        void because_it_is_ahead_of_the_stream() throws SQLException {
            live();
            change("sequence = 100000");

            requireRightState();
            assertThat(sequence()).isBetween(99L, 200L);
        }

        /** As after a backup was put back: the stream went on otherwise. */
        @Test
        void because_it_is_of_another_history() throws SQLException {
            live();
            DataSource elsewhere = Databases.inMemory();
            try (IncidentLedger ledger = IncidentLedger.open(elsewhere, options.withNotary(new MemoryNotary()))) {
                Crowd.appear(ledger, 0);
                ledger.as(ADA)
                        .send(new LifecycleCommand.AcknowledgeIncident(LONG))
                        .receipt();
                for (int i = 0; i < 2 * FINDINGS; i++) {
                    find(ledger, i);
                }
            }
            SnapshotStore here = new JdbcSnapshotStore(database::getConnection);
            here.put(new JdbcSnapshotStore(elsewhere::getConnection)
                    .find(Streams.of(LONG))
                    .orElseThrow());

            requireRightState();
            assertThat(state()).contains("INVESTIGATING");
        }

        private String state() throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT state FROM aggregate_snapshot")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void without_their_table_everything_goes_on() throws SQLException {
        try (IncidentLedger ledger = open()) {
            Crowd.appear(ledger, 0);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE aggregate_snapshot");
            }
            for (int i = 0; i < FINDINGS; i++) {
                find(ledger, i);
            }
            ledger.rebuild();
            assertThat(ledger.as(ADA)
                            .vault()
                            .erase(Crowd.subject(0), "R-1", "Art. 17")
                            .outcome())
                    .isInstanceOf(Outcome.Accepted.class);
        }
        requireRightState();
    }

    @Test
    void a_rebuild_removes_them() throws SQLException {
        live();
        try (IncidentLedger ledger = open()) {
            ledger.rebuild();
            assertThat(sequence()).isNegative();
        }
    }

    @Test
    void they_hold_references_and_no_personal_value_and_go_with_an_erasure() throws SQLException {
        live();
        assertThat(row()).contains("client/c0").doesNotContainIgnoringCase(Crowd.MARK);
        try (IncidentLedger ledger = open()) {
            assertThat(ledger.as(ADA)
                            .vault()
                            .erase(Crowd.subject(0), "R-1", "Art. 17")
                            .outcome())
                    .isInstanceOf(Outcome.Accepted.class);
            assertThat(sequence()).isNegative();
        }
    }

    private String row() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT stream, state FROM aggregate_snapshot")) {
            row.next();
            return row.getString(1) + row.getString(2);
        }
    }
}
