package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.BOB;
import static org.incidentledger.core.incident.Incidents.CLEO;
import static org.incidentledger.core.incident.Incidents.CLIENT;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.MAIL;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.WEB;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.impacts;
import static org.incidentledger.core.incident.Incidents.under;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 9);
    private static final ActorRef CLIENT_2 = new ActorRef("client/c2");

    @Nested
    class Assessing {
        @Test
        void keeps_only_what_changed_with_old_and_new() {
            given(REPORTED)
                    .when(new AssessmentCommand.AssessIncident(
                            ID,
                            Severity.CRITICAL,
                            IncidentKind.SECURITY_EVENT,
                            List.of(
                                    new ComponentImpact(WEB, ComponentStatus.MAJOR_OUTAGE),
                                    new ComponentImpact(MAIL, ComponentStatus.OPERATIONAL)),
                            List.of(CLIENT, CLIENT),
                            List.of(CLIENT_2),
                            Map.of("personal-data", "yes", "records", " ")))
                    .then(assessed(
                            new Change<>(Severity.MAJOR, Severity.CRITICAL),
                            null,
                            List.of(new ComponentChange(
                                    WEB, ComponentStatus.OPERATIONAL, ComponentStatus.MAJOR_OUTAGE)),
                            List.of(CLIENT),
                            List.of(),
                            List.of(new FactChange("personal-data", null, "yes"))));
        }

        @Test
        void takes_back_what_was_said() {
            var before = given(
                    REPORTED,
                    assessed(
                            null,
                            null,
                            List.of(new ComponentChange(
                                    WEB, ComponentStatus.OPERATIONAL, ComponentStatus.MAJOR_OUTAGE)),
                            List.of(CLIENT, CLIENT_2),
                            List.of(),
                            List.of(new FactChange("personal-data", null, "yes"))));
            Incident after = before.when(new AssessmentCommand.AssessIncident(
                            ID,
                            null,
                            IncidentKind.DATA_BREACH,
                            List.of(new ComponentImpact(WEB, ComponentStatus.OPERATIONAL)),
                            List.of(CLIENT),
                            List.of(CLIENT, CLIENT),
                            Map.of("personal-data", "")))
                    .then(assessed(
                            null,
                            new Change<>(IncidentKind.SECURITY_EVENT, IncidentKind.DATA_BREACH),
                            List.of(new ComponentChange(
                                    WEB, ComponentStatus.MAJOR_OUTAGE, ComponentStatus.OPERATIONAL)),
                            List.of(),
                            List.of(CLIENT),
                            List.of(new FactChange("personal-data", "yes", null))))
                    .state();

            assertThat(after.assessment())
                    .isEqualTo(new Assessment(
                            Severity.MAJOR, IncidentKind.DATA_BREACH, Map.of(), Set.of(CLIENT_2), Map.of(), Map.of()));
        }

        @Test
        void that_changes_nothing_is_refused() {
            given(REPORTED)
                    .when(AssessmentCommand.AssessIncident.severity(ID, Severity.MAJOR))
                    .thenRefused(Rule.NOTHING_CHANGED, "2026-1 is already assessed like that");
            given(REPORTED)
                    .when(AssessmentCommand.AssessIncident.components(ID, List.of()))
                    .thenRefused(Rule.NOTHING_CHANGED);
            given(REPORTED).when(clients(List.of(CLIENT), List.of(CLIENT))).thenRefused(Rule.NOTHING_CHANGED);
        }

        @Test
        void of_any_one_thing_is_a_change() {
            given(REPORTED)
                    .when(AssessmentCommand.AssessIncident.severity(ID, Severity.MINOR))
                    .thenAccepted();
            given(REPORTED)
                    .when(new AssessmentCommand.AssessIncident(
                            ID, null, IncidentKind.ABUSE, List.of(), List.of(), List.of(), Map.of()))
                    .thenAccepted();
            given(REPORTED)
                    .when(AssessmentCommand.AssessIncident.components(ID, impacts(1)))
                    .thenAccepted();
            given(REPORTED)
                    .when(clients(List.of(CLIENT), List.of()))
                    .thenAccepted()
                    .when(clients(List.of(), List.of(CLIENT)))
                    .thenAccepted();
            given(REPORTED).when(facts(Map.of("a", "b"))).thenAccepted();
        }

        @Test
        void names_clients_within_the_limit() {
            under(TIGHT, REPORTED).when(clients(clients(2), List.of(CLIENT))).thenAccepted();
            under(TIGHT, REPORTED)
                    .when(clients(clients(2), clients(2)))
                    .thenRefused(Rule.TOO_MANY, "4 clients are named", "limit is 3");
            given(REPORTED).when(clients(clients(500), List.of())).thenAccepted();
            given(REPORTED).when(clients(clients(501), List.of())).thenRefused(Rule.TOO_MANY, "501", "500");
        }

        @Test
        void gives_facts_within_the_limits() {
            under(TIGHT, REPORTED).when(facts(Map.of("a", "12345", "b", "2"))).thenAccepted();
            under(TIGHT, REPORTED)
                    .when(facts(Map.of("a", "1", "b", "2", "c", "3")))
                    .thenRefused(Rule.TOO_MANY, "3 facts are given", "limit is 2");
            under(TIGHT, REPORTED)
                    .when(facts(Map.of("a", "1", "b", "123456")))
                    .thenRefused(Rule.TEXT_TOO_LONG, "the fact b has 6", "limit is 5");
            under(TIGHT, REPORTED)
                    .when(facts(Map.of("a", "123456", "b", "1")))
                    .thenRefused(Rule.TEXT_TOO_LONG, "the fact a has 6");
        }

        @Test
        void affects_components_within_the_limit_in_all() {
            var two = under(TIGHT, REPORTED)
                    .when(AssessmentCommand.AssessIncident.components(ID, impacts(2)))
                    .thenAccepted();

            two.when(AssessmentCommand.AssessIncident.components(
                            ID, List.of(new ComponentImpact(WEB, ComponentStatus.MAJOR_OUTAGE))))
                    .thenRefused(Rule.TOO_MANY, "3 components would be affected", "limit is 2");
            two.when(AssessmentCommand.AssessIncident.components(
                            ID,
                            List.of(
                                    new ComponentImpact(WEB, ComponentStatus.MAJOR_OUTAGE),
                                    new ComponentImpact(impacts(1).get(0).component(), ComponentStatus.OPERATIONAL))))
                    .thenAccepted();
            under(TIGHT, REPORTED)
                    .when(AssessmentCommand.AssessIncident.components(ID, impacts(3)))
                    .thenRefused(Rule.TOO_MANY, "3 components");
        }
    }

    @Nested
    class Assigning_a_role {
        @Test
        void relieves_whoever_held_it() {
            given(REPORTED)
                    .when(new AssessmentCommand.AssignRole(ID, IncidentRole.SCRIBE, BOB))
                    .then(new AssessmentEvent.RoleAssigned(IncidentRole.SCRIBE, null, BOB))
                    .when(new AssessmentCommand.AssignRole(ID, IncidentRole.SCRIBE, CLEO))
                    .then(new AssessmentEvent.RoleAssigned(IncidentRole.SCRIBE, BOB, CLEO));
        }

        @Test
        void leaves_the_other_roles_with_their_holders() {
            assertThat(given(
                                    REPORTED,
                                    new AssessmentEvent.RoleAssigned(IncidentRole.SCRIBE, null, BOB),
                                    new AssessmentEvent.RoleAssigned(IncidentRole.COMMANDER, null, CLEO))
                            .state()
                            .assessment()
                            .roles())
                    .isEqualTo(Map.of(IncidentRole.SCRIBE, BOB, IncidentRole.COMMANDER, CLEO));
        }

        @Test
        void to_its_holder_is_refused() {
            given(REPORTED, new AssessmentEvent.RoleAssigned(IncidentRole.SCRIBE, null, BOB))
                    .when(new AssessmentCommand.AssignRole(ID, IncidentRole.SCRIBE, BOB))
                    .thenRefused(Rule.NOTHING_CHANGED, "staff/bob already holds this role");
        }
    }

    private static AssessmentEvent assessed(
            @Nullable Change<Severity> severity,
            @Nullable Change<IncidentKind> kind,
            List<ComponentChange> components,
            List<ActorRef> affected,
            List<ActorRef> cleared,
            List<FactChange> facts) {
        return new AssessmentEvent.IncidentAssessed(severity, kind, components, affected, cleared, facts);
    }

    private static IncidentCommand clients(List<ActorRef> affected, List<ActorRef> cleared) {
        return new AssessmentCommand.AssessIncident(ID, null, null, List.of(), affected, cleared, Map.of());
    }

    private static List<ActorRef> clients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ActorRef("client/n" + i))
                .toList();
    }

    private static IncidentCommand facts(Map<String, String> facts) {
        return new AssessmentCommand.AssessIncident(
                ID, null, null, List.of(), List.of(), List.of(), new HashMap<>(facts));
    }
}
