package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.ACKNOWLEDGED;
import static org.incidentledger.core.incident.Incidents.CLOSED_DB;
import static org.incidentledger.core.incident.Incidents.CONTAINED;
import static org.incidentledger.core.incident.Incidents.DB;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.MERGED;
import static org.incidentledger.core.incident.Incidents.OTHER;
import static org.incidentledger.core.incident.Incidents.PANEL;
import static org.incidentledger.core.incident.Incidents.POSTED;
import static org.incidentledger.core.incident.Incidents.REJECTED;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.RESOLVED;
import static org.incidentledger.core.incident.Incidents.U1;
import static org.incidentledger.core.incident.Incidents.WAIVED;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.reported;
import static org.incidentledger.core.incident.Incidents.under;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 4);

    @Nested
    class Acknowledging {
        @Test
        void begins_the_investigation() {
            Incident state =
                    given(REPORTED).when(acknowledge()).then(ACKNOWLEDGED).state();

            assertThat(state.phase()).isEqualTo(Phase.INVESTIGATING);
            assertThat(state.lifecycle().acknowledged()).isTrue();
        }

        @Test
        void leaves_a_contained_incident_contained() {
            assertThat(given(REPORTED, CONTAINED)
                            .when(acknowledge())
                            .then(ACKNOWLEDGED)
                            .state()
                            .phase())
                    .isEqualTo(Phase.CONTAINED);
        }

        @Test
        void happens_once_until_it_is_reopened() {
            given(REPORTED, ACKNOWLEDGED)
                    .when(acknowledge())
                    .thenRefused(Rule.ALREADY_ACKNOWLEDGED, "2026-1 is acknowledged");
            given(REPORTED, ACKNOWLEDGED, RESOLVED, REOPENED)
                    .when(acknowledge())
                    .then(ACKNOWLEDGED);
        }
    }

    @Nested
    class Resolving {
        @Test
        void needs_a_summary_within_the_limit() {
            given(REPORTED).when(resolve("", false)).thenRefused(Rule.TEXT_EMPTY, "summary of the resolution");
            under(TIGHT, REPORTED)
                    .when(resolve("123456", false))
                    .then(new LifecycleEvent.IncidentResolved("123456", List.of()));
            under(TIGHT, REPORTED).when(resolve("1234567", false)).thenRefused(Rule.TEXT_TOO_LONG, "7", "limit is 6");
        }

        @Test
        void is_not_before_the_start() {
            var begun = given(reported(false, START, null));

            begun.at(START).when(resolve("patched", false)).thenAccepted();
            begun.at(START.minusNanos(1_000))
                    .when(resolve("patched", false))
                    .thenRefused(
                            Rule.ENDS_BEFORE_START,
                            "would end at 2026-02-27T23:59:59.999999Z",
                            "started at 2026-02-28T00:00:00Z");
        }

        @Test
        void waits_for_closed_access_unless_it_stays_closed() {
            var closed = given(REPORTED, CLOSED_DB, new ContainmentEvent.AccessClosed(PANEL, "locked", false));

            closed.when(resolve("patched", false))
                    .thenRefused(Rule.ACCESS_STILL_CLOSED, "2 access points are still closed (db-1, panel)");
            closed.when(resolve("patched", true))
                    .then(new LifecycleEvent.IncidentResolved("patched", List.of(DB, PANEL)));
        }

        @Test
        void names_three_access_points_of_many() {
            var three = given(REPORTED, closed("a"), closed("b"), closed("c"));

            three.when(resolve("patched", false)).thenRefused(Rule.ACCESS_STILL_CLOSED, "3 access points", "(a, b, c)");
            three.and(closed("d"))
                    .when(resolve("patched", false))
                    .thenRefused(Rule.ACCESS_STILL_CLOSED, "(a, b, c, …)");
        }

        @Test
        void is_refused_when_it_is_over() {
            given(REPORTED, RESOLVED)
                    .when(resolve("again", false))
                    .thenRefused(Rule.INCIDENT_NOT_OPEN, "2026-1 is resolved, not open");
        }
    }

    @Nested
    class Reopening {
        @Test
        void goes_on_investigating() {
            assertThat(given(REPORTED, RESOLVED)
                            .when(reopen("it is back"))
                            .then(REOPENED)
                            .state()
                            .phase())
                    .isEqualTo(Phase.INVESTIGATING);
            given(REPORTED, RESOLVED, WAIVED).when(reopen("it is back")).then(REOPENED);
        }

        @Test
        void needs_a_reason_and_a_resolution() {
            given(REPORTED, RESOLVED).when(reopen("")).thenRefused(Rule.TEXT_EMPTY, "reason for reopening");
            under(TIGHT, REPORTED, RESOLVED).when(reopen("1234567")).thenRefused(Rule.TEXT_TOO_LONG, "limit is 6");
            given(REPORTED)
                    .when(reopen("it is back"))
                    .thenRefused(Rule.INCIDENT_NOT_RESOLVED, "2026-1 is reported, not resolved");
        }
    }

    @Nested
    class Rejecting_and_merging {
        @Test
        void are_for_what_is_not_public() {
            var retracted = given(REPORTED, POSTED, new PublicationEvent.PublicUpdateRetracted(U1, "wrong"));

            given(REPORTED, POSTED).when(reject("no")).thenRefused(Rule.ALREADY_PUBLIC, "2026-1 has public updates");
            given(REPORTED, POSTED).when(merge(OTHER, OTHER)).thenRefused(Rule.ALREADY_PUBLIC);
            retracted.when(reject("a false alarm")).then(REJECTED);
            retracted.when(merge(OTHER, OTHER)).then(MERGED);
        }

        @Test
        void end_its_life() {
            assertThat(given(REPORTED)
                            .when(reject("a false alarm"))
                            .then(REJECTED)
                            .state()
                            .phase())
                    .isEqualTo(Phase.REJECTED);
            assertThat(given(REPORTED)
                            .when(merge(OTHER, OTHER))
                            .then(MERGED)
                            .state()
                            .phase())
                    .isEqualTo(Phase.MERGED);
        }

        @Test
        void are_named_to_whoever_goes_on() {
            given(REPORTED, REJECTED).when(acknowledge()).thenRefused(Rule.INCIDENT_REJECTED, "2026-1 was rejected");
            given(REPORTED, MERGED).when(acknowledge()).thenRefused(Rule.INCIDENT_MERGED, "2026-1 was merged");
        }

        @Test
        void need_a_reason() {
            given(REPORTED).when(reject("")).thenRefused(Rule.TEXT_EMPTY, "reason for rejecting");
            given(REPORTED)
                    .when(new LifecycleCommand.MergeIncident(ID, OTHER, " ", List.of(OTHER)))
                    .thenRefused(Rule.TEXT_EMPTY, "reason for merging");
        }

        @Test
        void never_lead_in_a_circle() {
            given(REPORTED).when(merge(ID, ID)).thenRefused(Rule.MERGE_CYCLE, "2026-1 cannot be merged into 2026-1");
            given(REPORTED).when(merge(ID)).thenRefused(Rule.MERGE_CYCLE);
            given(REPORTED)
                    .when(merge(OTHER, OTHER, ID))
                    .thenRefused(Rule.MERGE_CYCLE, "into 2026-2, which leads back");
        }

        @Test
        void need_somewhere_to_lead() {
            given(REPORTED)
                    .when(merge(OTHER))
                    .thenRefused(Rule.INCIDENT_UNKNOWN, "there is no incident 2026-2 to merge into");
        }
    }

    private static final Instant START = Instant.parse("2026-02-28T00:00:00Z");
    private static final IncidentEvent REOPENED = new LifecycleEvent.IncidentReopened("it is back");

    private static IncidentCommand acknowledge() {
        return new LifecycleCommand.AcknowledgeIncident(ID);
    }

    private static IncidentCommand resolve(String summary, boolean accessStaysClosed) {
        return new LifecycleCommand.ResolveIncident(ID, summary, accessStaysClosed);
    }

    private static IncidentCommand reopen(String reason) {
        return new LifecycleCommand.ReopenIncident(ID, reason);
    }

    private static IncidentCommand reject(String reason) {
        return new LifecycleCommand.RejectReport(ID, reason);
    }

    private static IncidentCommand merge(IncidentId into, IncidentId... lineage) {
        return new LifecycleCommand.MergeIncident(ID, into, "the same leak", List.of(lineage));
    }

    private static IncidentEvent closed(String name) {
        return new ContainmentEvent.AccessClosed(new AccessPoint(AccessPointKind.API, name), "shut", true);
    }
}
