package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.embedded.SmallReports.report;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.projections.audit.AuditProjection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two ledgers open on one PostgreSQL, as in two processes; the first keeps the views because it was there first. */
class ManyProcessesTest {
    private static final ActorRef ADA = new ActorRef("staff/ada");
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final FreshPostgres postgres = new FreshPostgres();

    private final LedgerOptions options = LedgerOptions.defaults().withNotary(new MemoryNotary());
    private PostgresDatabase database;
    private IncidentLedger keeper;
    private IncidentLedger other;

    @BeforeEach
    void two_processes() {
        database = postgres.connect();
        keeper = IncidentLedger.open(database.dataSource(), options);
        keeper.await(report(keeper, "first"), SOON);
        other = IncidentLedger.open(postgres.connect().dataSource(), options);
    }

    @AfterEach
    void both_end() {
        other.close();
        keeper.close();
    }

    @Test
    void every_view_shows_what_either_appended() {
        List<Long> last = List.of(report(other, "there"), report(keeper, "here"));
        for (IncidentLedger ledger : List.of(keeper, other)) {
            ledger.await(last.getLast(), SOON);
            assertThat(ledger.views().size()).isEqualTo(last.getLast() + 1);
            assertThat(ledger.views().of(new AuditProjection()).all())
                    .isEqualTo(ledger.asOf(Moment.position(last.getLast()))
                            .of(new AuditProjection())
                            .all()
                            .toList());
        }
    }

    @Test
    void a_command_is_decided_on_what_the_other_appended_a_moment_ago() {
        for (int i = 0; i < 20; i++) {
            report(keeper, "in-turn-" + i);
            Outcome outcome =
                    other.as(ADA).send(new LifecycleCommand.AcknowledgeIncident(new IncidentId("in-turn-" + i)));
            assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        }
    }

    @Test
    void what_a_process_remembers_of_an_incident_refuses_nothing_that_the_other_has_made_possible() {
        IncidentId id = new IncidentId("shared");
        report(other, "shared");
        keeper.as(ADA)
                .send(new LifecycleCommand.ResolveIncident(id, "Done.", true))
                .receipt();
        Outcome reopened = other.as(ADA).send(new LifecycleCommand.ReopenIncident(id, "Not done."));
        assertThat(reopened).isInstanceOf(Outcome.Accepted.class);
        // What the keeper remembers is resolved, and would accept this; the ledger knows better.
        Outcome again = keeper.as(ADA).send(new LifecycleCommand.ReopenIncident(id, "Not done."));
        assertThat(again).isInstanceOf(Outcome.Refused.class);
        assertThat(keeper.as(ADA).send(new LifecycleCommand.AcknowledgeIncident(id)))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(other.as(ADA).send(new LifecycleCommand.AcknowledgeIncident(id)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void views_go_on_when_the_process_that_kept_them_ends() {
        keeper.close();
        other.await(report(other, "afterwards"), SOON);
        assertThat(other.views().of(new AuditProjection()).all()).hasSize(2);
    }

    @Test
    void the_process_that_does_not_keep_the_views_can_rebuild_them() throws SQLException {
        long last = report(other, "second");
        keeper.await(last, SOON);
        Map<String, String> before = Databases.documents(database.dataSource());
        other.rebuild();
        other.await(last, SOON);
        keeper.await(last, SOON);
        assertThat(Databases.documents(database.dataSource())).isEqualTo(before).isNotEmpty();
        keeper.await(report(other, "afterwards"), SOON);
    }
}
