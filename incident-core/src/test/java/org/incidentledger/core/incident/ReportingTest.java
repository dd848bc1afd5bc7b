package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.ACKNOWLEDGED;
import static org.incidentledger.core.incident.Incidents.CLIENT;
import static org.incidentledger.core.incident.Incidents.CONTAINED;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.MAIL;
import static org.incidentledger.core.incident.Incidents.NOTE;
import static org.incidentledger.core.incident.Incidents.REPORTED;
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

class ReportingTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 4);
    private static final Instant START = Instant.parse("2026-02-28T00:00:00Z");
    private static final ExternalRef REF = new ExternalRef("statuspage:x", "abc", null);

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
            var full = almost.when(resolve("done")).thenAccepted();

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

    private static IncidentCommand resolve(String summary) {
        return new LifecycleCommand.ResolveIncident(ID, summary, false);
    }

    private static IncidentCommand reopen(String reason) {
        return new LifecycleCommand.ReopenIncident(ID, reason);
    }
}
