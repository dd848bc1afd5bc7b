package org.incidentledger.core.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.incident.ContainmentCommand;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceDecider;
import org.incidentledger.core.subject.SubjectCommand;
import org.incidentledger.core.subject.SubjectDecider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AggregateRoutingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final CommandHeader HEADER =
            new CommandHeader(new UUID(7, 7), new ActorRef("staff/ada"), NOW, NOW, null, null);
    private static final IncidentId INCIDENT = new IncidentId("2026-1");
    private static final LifecycleEvent.IncidentReported REPORTED = new LifecycleEvent.IncidentReported(
            INCIDENT,
            "Intrusion",
            IncidentKind.SECURITY_EVENT,
            Severity.MAJOR,
            ReportSource.STAFF,
            null,
            null,
            null,
            List.of(),
            false,
            null,
            null);

    static Stream<Class<?>> incident_commands() {
        return Samples.leaves(IncidentCommand.class);
    }

    static Stream<Class<?>> maintenance_commands() {
        return Samples.leaves(MaintenanceCommand.class);
    }

    static Stream<Class<?>> subject_commands() {
        return Samples.leaves(SubjectCommand.class);
    }

    static Stream<Class<?>> catalog_commands() {
        return Samples.leaves(CatalogCommand.class);
    }

    @Nested
    class every_permitted_command_reaches_its_decider {
        @ParameterizedTest
        @MethodSource("org.incidentledger.core.axon.AggregateRoutingTest#incident_commands")
        void of_an_incident(Class<?> command) {
            assertAnswered(incidents(), command);
        }

        @ParameterizedTest
        @MethodSource("org.incidentledger.core.axon.AggregateRoutingTest#maintenance_commands")
        void of_a_maintenance(Class<?> command) {
            assertAnswered(fixture(MaintenanceAggregate.class, new MaintenanceDecider(Limits.DEFAULT)), command);
        }

        @ParameterizedTest
        @MethodSource("org.incidentledger.core.axon.AggregateRoutingTest#catalog_commands")
        void of_the_catalog(Class<?> command) {
            assertAnswered(catalog(), command);
        }

        @ParameterizedTest
        @MethodSource("org.incidentledger.core.axon.AggregateRoutingTest#subject_commands")
        void of_a_subject(Class<?> command) {
            assertAnswered(fixture(SubjectAggregate.class, new SubjectDecider(Limits.DEFAULT)), command);
        }

        @Test
        void and_no_aggregate_handles_anything_else() {
            assertThat(handled(IncidentAggregate.class))
                    .containsExactlyInAnyOrderElementsOf(names(IncidentCommand.class));
            assertThat(handled(MaintenanceAggregate.class))
                    .containsExactlyInAnyOrderElementsOf(names(MaintenanceCommand.class));
            assertThat(handled(SubjectAggregate.class))
                    .containsExactlyInAnyOrderElementsOf(names(SubjectCommand.class));
            assertThat(handled(CatalogAggregate.class))
                    .containsExactlyInAnyOrderElementsOf(names(CatalogCommand.class));
        }
    }

    @Nested
    class a_decision {
        @Test
        void that_accepts_creates_the_aggregate_with_its_event() {
            incidents()
                    .givenNoPriorActivity()
                    .when(
                            LifecycleCommand.ReportIncident.of(
                                    INCIDENT, "Intrusion", IncidentKind.SECURITY_EVENT, Severity.MAJOR),
                            metaData())
                    .expectEvents(REPORTED)
                    .expectResultMessagePayload(new Decision.Accepted<>(List.of(REPORTED)));
        }

        @Test
        void that_accepts_applies_its_event_to_the_state_that_history_left() {
            incidents()
                    .given(REPORTED)
                    .when(new ContainmentCommand.ContainIncident(INCIDENT, "isolated"), metaData())
                    .expectEvents(new ContainmentEvent.IncidentContained("isolated"));
        }

        @Test
        void that_refuses_is_an_answer_and_applies_nothing() {
            incidents()
                    .given(REPORTED, new ContainmentEvent.IncidentContained("isolated"))
                    .when(new ContainmentCommand.ContainIncident(INCIDENT, "isolated"), metaData())
                    .expectNoEvents()
                    .expectResultMessageMatching(org.hamcrest.CoreMatchers.anything())
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void about_an_aggregate_that_does_not_exist_is_a_refusal_too() {
            ResultValidator<IncidentAggregate> result = incidents()
                    .givenNoPriorActivity()
                    .when(new LifecycleCommand.AcknowledgeIncident(INCIDENT), metaData());
            result.expectNoEvents()
                    .expectResultMessagePayloadMatching(org.axonframework.test.matchers.Matchers.matches(
                            (Object decision) -> decision instanceof Decision.Refused<?> refused
                                    && refused.refusal().rule() == Rule.INCIDENT_UNKNOWN));
        }

        @Test
        void of_the_catalog_needs_no_creation() {
            ComponentDescription web = new ComponentDescription("Web", ComponentKind.SERVICE, null, null, 1);
            catalog()
                    .givenNoPriorActivity()
                    .when(new CatalogCommand.AddComponent(new ComponentId("web"), web, null), metaData())
                    .expectEvents(new CatalogEvent.ComponentAdded(new ComponentId("web"), web, null));
        }
    }

    @Test
    void a_command_without_a_header_is_turned_away_with_what_to_do() {
        incidents()
                .givenNoPriorActivity()
                .when(new LifecycleCommand.AcknowledgeIncident(INCIDENT))
                .expectException(IllegalArgumentException.class)
                .expectExceptionMessage(
                        "AcknowledgeIncident carries no command header; send commands through the ledger");
    }

    private static <A> void assertAnswered(FixtureConfiguration<A> fixture, Class<?> command) {
        fixture.givenNoPriorActivity()
                .when(Samples.of(command), metaData())
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayloadMatching(org.hamcrest.CoreMatchers.instanceOf(Decision.class));
    }

    private static FixtureConfiguration<IncidentAggregate> incidents() {
        return fixture(IncidentAggregate.class, new IncidentDecider(IncidentPolicy.DEFAULT));
    }

    private static FixtureConfiguration<CatalogAggregate> catalog() {
        return fixture(CatalogAggregate.class, new CatalogDecider(Limits.DEFAULT));
    }

    private static <A> FixtureConfiguration<A> fixture(Class<A> aggregate, Object decider) {
        return new AggregateTestFixture<>(aggregate)
                .registerInjectableResource(decider)
                .registerCommandTargetResolver(new CommandStreams());
    }

    private static Map<String, ?> metaData() {
        return Headers.metaData(HEADER);
    }

    private static List<String> handled(Class<?> aggregate) {
        return AnnotatedAggregateMetaModelFactory.inspectAggregate(aggregate).allCommandHandlers().values().stream()
                .flatMap(List::stream)
                .map(handler -> handler.payloadType().getName())
                .toList();
    }

    private static List<String> names(Class<?> sealedType) {
        return Samples.leaves(sealedType).map(Class::getName).toList();
    }
}
