package org.incidentledger.contracts.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.Phase;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    /** Enough scenarios that everything below happens in one of them, for a generator that is not changed. */
    private static final int SEEDS = 1_000;

    /** Raised by the ledger or by the facade, not by a decider. */
    private static final Set<Rule> RAISED_ELSEWHERE =
            EnumSet.of(Rule.COMMAND_ID_REUSED, Rule.CONCURRENT_CHANGE, Rule.ENTRY_TOO_LARGE, Rule.NOT_PERMITTED);

    @Test
    void a_seed_repeats_its_scenario_exactly() {
        List<Step> first = Scenario.seeded(7).commands().toList();

        assertThat(Scenario.seeded(7).commands()).isEqualTo(first);
        assertThat(Scenario.seeded(8).commands()).isNotEqualTo(first);
    }

    @Test
    void a_scenario_has_20_to_79_commands() {
        assertThat(LongStream.rangeClosed(1, 100)
                        .map(seed -> Scenario.seeded(seed).commands().count()))
                .allMatch(length -> length >= 20 && length <= 79);
    }

    @Test
    void a_failure_names_the_seed_and_how_to_run_it_again() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Scenario.each(3, scenario -> {
                    if (scenario.seed() == 2) {
                        throw new IllegalStateException("two is no good");
                    }
                }))
                .withMessage("the scenario of seed 2 fails; run it again with -Dscenario.seed=2: two is no good")
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void instants_of_receipt_never_decrease() {
        Scenario.each(
                50,
                scenario -> assertThat(
                                scenario.commands().map(step -> step.header().receivedAt()))
                        .isSorted());
    }

    @Nested
    class Between_them_scenarios {
        private static final List<Step> STEPS = LongStream.rangeClosed(1, SEEDS)
                .boxed()
                .flatMap(seed -> Scenario.seeded(seed).commands())
                .toList();

        @Test
        void grant_about_as_often_as_they_refuse() {
            double granted = STEPS.stream()
                    .filter(step -> step.decision() instanceof Decision.Accepted<?>)
                    .count();

            assertThat(granted / STEPS.size()).isBetween(0.4, 0.8);
        }

        @Test
        void grant_every_command() {
            Set<Class<?>> granted = STEPS.stream()
                    .filter(step -> !step.facts().isEmpty())
                    .map(Between_them_scenarios::commandOf)
                    .collect(Collectors.toSet());

            assertThat(granted)
                    .containsExactlyInAnyOrderElementsOf(
                            leaves(IncidentCommand.class, MaintenanceCommand.class, CatalogCommand.class));
        }

        @Test
        void emit_every_event() {
            Set<Class<?>> emitted = STEPS.stream()
                    .flatMap(step -> step.facts().stream())
                    .map(Between_them_scenarios::eventOf)
                    .collect(Collectors.toSet());

            assertThat(emitted)
                    .containsExactlyInAnyOrderElementsOf(
                            leaves(IncidentEvent.class, MaintenanceEvent.class, CatalogEvent.class));
        }

        @Test
        void refuse_by_every_rule_of_a_decider() {
            Set<Rule> raised = STEPS.stream()
                    .flatMap(step -> step.decision() instanceof Decision.Refused<?> refused
                            ? Stream.of(refused.refusal().rule())
                            : Stream.empty())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));

            assertThat(EnumSet.complementOf(EnumSet.copyOf(RAISED_ELSEWHERE))).containsExactlyElementsOf(raised);
        }

        @Test
        void meet_incidents_in_every_phase() {
            Set<Phase> met = STEPS.stream()
                    .flatMap(step -> step instanceof Step.OfIncident incident
                            ? Stream.of(incident.before().phase())
                            : Stream.empty())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)));

            assertThat(met).containsExactly(Phase.values());
        }

        private static Class<?> commandOf(Step step) {
            return switch (step) {
                case Step.OfIncident s -> s.command().getClass();
                case Step.OfMaintenance s -> s.command().getClass();
                case Step.OfCatalog s -> s.command().getClass();
            };
        }

        private static Class<?> eventOf(Fact fact) {
            return switch (fact) {
                case Fact.OfIncident f -> f.event().getClass();
                case Fact.OfMaintenance f -> f.event().getClass();
                case Fact.OfCatalog f -> f.event().getClass();
                case Fact.OfSubject f -> f.event().getClass();
                case Fact.OfLedger f -> f.event().getClass();
            };
        }

        private static Set<Class<?>> leaves(Class<?>... sealedTypes) {
            Set<Class<?>> leaves = new HashSet<>();
            List<Class<?>> open = new ArrayList<>(Arrays.asList(sealedTypes));
            while (!open.isEmpty()) {
                Class<?> type = open.remove(open.size() - 1);
                if (type.isSealed()) {
                    open.addAll(Arrays.asList(type.getPermittedSubclasses()));
                } else {
                    leaves.add(type);
                }
            }
            return leaves;
        }
    }
}
