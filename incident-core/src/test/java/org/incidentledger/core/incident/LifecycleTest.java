package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.ACKNOWLEDGED;
import static org.incidentledger.core.incident.Incidents.CLIENT;
import static org.incidentledger.core.incident.Incidents.CLOSED_DB;
import static org.incidentledger.core.incident.Incidents.CONTAINED;
import static org.incidentledger.core.incident.Incidents.DB;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.MAIL;
import static org.incidentledger.core.incident.Incidents.MERGED;
import static org.incidentledger.core.incident.Incidents.NOTE;
import static org.incidentledger.core.incident.Incidents.OTHER;
import static org.incidentledger.core.incident.Incidents.PANEL;
import static org.incidentledger.core.incident.Incidents.POSTED;
import static org.incidentledger.core.incident.Incidents.REJECTED;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.RESOLVED;
import static org.incidentledger.core.incident.Incidents.U1;
import static org.incidentledger.core.incident.Incidents.WAIVED;
import static org.incidentledger.core.incident.Incidents.WEB;
import static org.incidentledger.core.incident.Incidents.chars;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.impacts;
import static org.incidentledger.core.incident.Incidents.reported;
import static org.incidentledger.core.incident.Incidents.under;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.Given;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.publication.ExternalRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 4);

    @Nested
    class Reporting {
        @Test
        void keeps_everything_that_was_said() {
            given().when(report("Leak", ReportSource.SUPPLIER, "Acme", "a key", START))
                    .then(new LifecycleEvent.IncidentReported(
                            ID,
                            "Leak",
                            IncidentKind.DATA_BREACH,
                            Severity.MINOR,
                            ReportSource.SUPPLIER,
                            "Acme",
                            "a key",
                            START,
                            List.of(new ComponentImpact(WEB, ComponentStatus.MAJOR_OUTAGE)),
                            true,
                            REF,
                            NOTE));
        }

        @Test
        void needs_a_title_within_the_limit() {
            under(TIGHT).when(titled("12345")).thenAccepted();
            under(TIGHT)
                    .when(titled("123456"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "the title has 6 characters", "limit is 5");
            given().when(titled(" ")).thenRefused(Rule.TEXT_EMPTY, "the title is empty");
            given().when(titled(chars(200))).thenAccepted();
            given().when(titled(chars(201))).thenRefused(Rule.TEXT_TOO_LONG, "201", "200");
        }

        @Test
        void takes_a_description_within_the_limit() {
            under(TIGHT)
                    .when(report("Leak", ReportSource.STAFF, null, "12345678", null))
                    .thenAccepted();
            under(TIGHT)
                    .when(report("Leak", ReportSource.STAFF, null, "123456789", null))
                    .thenRefused(Rule.TEXT_TOO_LONG, "the description has 9", "limit is 8");
        }

        @Test
        void names_the_supplier_when_one_is_the_source() {
            given().when(report("Leak", ReportSource.SUPPLIER, null, null, null))
                    .thenRefused(Rule.SUPPLIER_MISSING, "none is named");
            given().when(report("Leak", ReportSource.SUPPLIER, " ", null, null)).thenRefused(Rule.SUPPLIER_MISSING);
            given().when(report("Leak", ReportSource.CLIENT, null, null, null)).thenAccepted();
            under(TIGHT)
                    .when(report("Leak", ReportSource.SUPPLIER, "123456", null, null))
                    .thenRefused(Rule.TEXT_TOO_LONG, "the supplier has 6", "limit is 5");
        }

        @Test
        void does_not_begin_in_the_future() {
            Instant last = Given.NOW.plusSeconds(60);

            given().when(report("Leak", ReportSource.STAFF, null, null, last)).thenAccepted();
            given().when(report("Leak", ReportSource.STAFF, null, null, last.plusNanos(1_000)))
                    .thenRefused(
                            Rule.IN_THE_FUTURE,
                            "the start 2026-03-01T12:01:00.000001Z",
                            "it is now 2026-03-01T12:00:00Z");
            given().when(report("Leak", ReportSource.STAFF, null, null, Instant.EPOCH))
                    .thenRefused(Rule.BEFORE_EPOCH, "the start 1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z");
        }

        @Test
        void affects_no_more_components_than_the_limit() {
            under(TIGHT).when(affecting(2)).thenAccepted();
            under(TIGHT).when(affecting(3)).thenRefused(Rule.TOO_MANY, "3 components would be affected", "limit is 2");
            given().when(affecting(200)).thenAccepted();
            given().when(affecting(201)).thenRefused(Rule.TOO_MANY, "201", "200");
        }

        @Test
        void keeps_the_last_word_on_each_component_that_is_affected() {
            Incident state = given().when(new LifecycleCommand.ReportIncident(
                            ID,
                            "Leak",
                            IncidentKind.ABUSE,
                            Severity.NONE,
                            ReportSource.STAFF,
                            null,
                            null,
                            null,
                            List.of(
                                    new ComponentImpact(WEB, ComponentStatus.MAJOR_OUTAGE),
                                    new ComponentImpact(MAIL, ComponentStatus.PARTIAL_OUTAGE),
                                    new ComponentImpact(WEB, ComponentStatus.OPERATIONAL)),
                            false,
                            null,
                            null))
                    .thenAccepted()
                    .state();

            assertThat(state.assessment().components()).containsOnlyKeys(MAIL);
            assertThat(state.assessment().severity()).isEqualTo(Severity.NONE);
            assertThat(state.assessment().kind()).isEqualTo(IncidentKind.ABUSE);
            assertThat(state.publication().title()).isEqualTo("Leak");
        }

        @Test
        void happens_once() {
            given(REPORTED).when(titled("again")).thenRefused(Rule.ALREADY_EXISTS, "incident 2026-1 exists");
        }
    }

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

    @Nested
    class Every_command {
        @Test
        void is_not_said_to_occur_in_the_future() {
            given(REPORTED).at(Given.NOW.plusSeconds(60)).when(acknowledge()).thenAccepted();
            given(REPORTED)
                    .at(Given.NOW.plusSeconds(61))
                    .when(acknowledge())
                    .thenRefused(Rule.IN_THE_FUTURE, "the instant 2026-03-01T12:01:01Z");
            given(REPORTED).at(Instant.EPOCH).when(acknowledge()).thenRefused(Rule.BEFORE_EPOCH);
        }

        @Test
        void takes_a_reason_within_the_limit() {
            under(TIGHT, REPORTED).because("123456").when(acknowledge()).thenAccepted();
            under(TIGHT, REPORTED)
                    .because("1234567")
                    .when(acknowledge())
                    .thenRefused(Rule.TEXT_TOO_LONG, "the reason has 7", "limit is 6");
            given(REPORTED).because("\uD83D").when(acknowledge()).thenRefused(Rule.TEXT_UNFIT, "the reason");
        }

        @Test
        void needs_a_reported_incident() {
            given().when(acknowledge())
                    .thenRefused(Rule.INCIDENT_UNKNOWN, "there is no incident 2026-1; report it first");
        }

        @Test
        void is_refused_after_the_last_event_but_for_erasure() {
            var almost = under(TIGHT, reported(false, null, NOTE), ACKNOWLEDGED, CONTAINED);
            var full = almost.when(resolve("done", false)).thenAccepted();

            full.when(reopen("more")).thenRefused(Rule.TOO_MANY, "2026-1 has 4 events, the limit is 4");
            assertThat(full.when(new RecordCommand.EraseSealed(ID, CLIENT, "r7", "Art17"))
                            .thenAccepted()
                            .state()
                            .events())
                    .isEqualTo(5);
        }

        @Test
        void can_be_given_ten_thousand_times() {
            assertThat(Limits.DEFAULT)
                    .isEqualTo(new Limits(200, 1_000, 10_000, 30_000, 30_000, 200, 1_000, 500, 10_000));
        }
    }

    private static final Instant START = Instant.parse("2026-02-28T00:00:00Z");
    private static final ExternalRef REF = new ExternalRef("statuspage:x", "abc", null);
    private static final IncidentEvent REOPENED = new LifecycleEvent.IncidentReopened("it is back");

    private static IncidentCommand report(
            String title,
            ReportSource source,
            @Nullable String supplier,
            @Nullable String description,
            @Nullable Instant startedAt) {
        return new LifecycleCommand.ReportIncident(
                ID,
                title,
                IncidentKind.DATA_BREACH,
                Severity.MINOR,
                source,
                supplier,
                description,
                startedAt,
                List.of(new ComponentImpact(WEB, ComponentStatus.MAJOR_OUTAGE)),
                true,
                REF,
                NOTE);
    }

    private static IncidentCommand titled(String title) {
        return LifecycleCommand.ReportIncident.of(ID, title, IncidentKind.SECURITY_EVENT, Severity.MAJOR);
    }

    private static IncidentCommand affecting(int components) {
        return new LifecycleCommand.ReportIncident(
                ID,
                "Leak",
                IncidentKind.ABUSE,
                Severity.MINOR,
                ReportSource.STAFF,
                null,
                null,
                null,
                impacts(components),
                false,
                null,
                null);
    }

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
