package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.CLOSED_DB;
import static org.incidentledger.core.incident.Incidents.CONTAINED;
import static org.incidentledger.core.incident.Incidents.DB;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.PANEL;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.RESOLVED;
import static org.incidentledger.core.incident.Incidents.WAIVED;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.under;

import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContainmentTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 1, 3, 9);

    @Nested
    class Closing_and_restoring_access {
        @Test
        void are_remembered_each() {
            var closed = given(REPORTED)
                    .when(close(DB, "shut", true))
                    .then(new ContainmentEvent.AccessClosed(DB, "shut", true));

            assertThat(closed.state().containment().closed()).containsExactly(DB);
            assertThat(closed.when(restore(DB, "new keys"))
                            .then(new ContainmentEvent.AccessRestored(DB, "new keys"))
                            .state()
                            .containment()
                            .closed())
                    .isEmpty();
        }

        @Test
        void alternate() {
            given(REPORTED, CLOSED_DB)
                    .when(close(DB, "shut", true))
                    .thenRefused(Rule.ACCESS_ALREADY_CLOSED, "access point db-1 is already closed");
            given(REPORTED, CLOSED_DB)
                    .when(restore(PANEL, "open"))
                    .thenRefused(Rule.ACCESS_NOT_CLOSED, "access point panel is not closed");
        }

        @Test
        void tell_points_apart_by_kind_and_name() {
            given(REPORTED, CLOSED_DB)
                    .when(close(new AccessPoint(AccessPointKind.ACCOUNT, "db-1"), "shut", false))
                    .thenAccepted();
        }

        @Test
        void need_an_outcome() {
            given(REPORTED).when(close(DB, "", true)).thenRefused(Rule.TEXT_EMPTY, "the outcome is empty");
            given(REPORTED, CLOSED_DB).when(restore(DB, " ")).thenRefused(Rule.TEXT_EMPTY, "the outcome is empty");
            under(TIGHT, REPORTED).when(close(DB, "1234567", true)).thenRefused(Rule.TEXT_TOO_LONG, "limit is 6");
        }

        @Test
        void keep_to_the_limit_of_closed_points() {
            var full = under(TIGHT, REPORTED).when(close(DB, "shut", true)).thenAccepted();

            full.when(close(PANEL, "shut", true))
                    .thenRefused(Rule.TOO_MANY, "1 access points are closed, the limit is 1");
            full.when(restore(DB, "open"))
                    .thenAccepted()
                    .when(close(PANEL, "shut", true))
                    .thenAccepted();
        }

        @Test
        void allow_a_thousand_points() {
            var history = given(REPORTED);
            IncidentEvent[] closes = new IncidentEvent[1_000];
            for (int i = 0; i < closes.length; i++) {
                closes[i] =
                        new ContainmentEvent.AccessClosed(new AccessPoint(AccessPointKind.API, "p" + i), "shut", true);
            }
            history.and(closes)
                    .when(close(DB, "shut", true))
                    .thenRefused(Rule.TOO_MANY, "1,000 access points are closed, the limit is 1,000");
        }
    }

    @Nested
    class Containing {
        @Test
        void ends_when_containment_is_lost() {
            var contained = given(REPORTED)
                    .when(new ContainmentCommand.ContainIncident(ID, "all sessions ended"))
                    .then(CONTAINED);

            assertThat(contained.state().phase()).isEqualTo(Phase.CONTAINED);
            assertThat(contained
                            .when(new ContainmentCommand.ReportContainmentLoss(ID, "a new session"))
                            .then(new ContainmentEvent.ContainmentLost("a new session"))
                            .state()
                            .phase())
                    .isEqualTo(Phase.INVESTIGATING);
        }

        @Test
        void is_said_once() {
            given(REPORTED, CONTAINED)
                    .when(new ContainmentCommand.ContainIncident(ID, "again"))
                    .thenRefused(Rule.ALREADY_CONTAINED, "2026-1 is already contained");
            given(REPORTED)
                    .when(new ContainmentCommand.ReportContainmentLoss(ID, "lost"))
                    .thenRefused(Rule.NOT_CONTAINED, "2026-1 is not contained");
            given(REPORTED, RESOLVED)
                    .when(new ContainmentCommand.ContainIncident(ID, "late"))
                    .thenRefused(Rule.INCIDENT_RESOLVED, "2026-1 is resolved");
            given(REPORTED, RESOLVED, WAIVED)
                    .when(new ContainmentCommand.ContainIncident(ID, "late"))
                    .thenRefused(Rule.INCIDENT_RESOLVED, "2026-1 is closed");
        }

        @Test
        void needs_words() {
            given(REPORTED)
                    .when(new ContainmentCommand.ContainIncident(ID, ""))
                    .thenRefused(Rule.TEXT_EMPTY, "summary of the containment");
            given(REPORTED, CONTAINED)
                    .when(new ContainmentCommand.ReportContainmentLoss(ID, ""))
                    .thenRefused(Rule.TEXT_EMPTY, "the reason is empty");
        }
    }

    private static IncidentCommand close(AccessPoint point, String outcome, boolean verified) {
        return new ContainmentCommand.CloseAccess(ID, point, outcome, verified);
    }

    private static IncidentCommand restore(AccessPoint point, String outcome) {
        return new ContainmentCommand.RestoreAccess(ID, point, outcome);
    }
}
