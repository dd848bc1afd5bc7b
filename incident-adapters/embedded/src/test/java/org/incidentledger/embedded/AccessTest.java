package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.incidentledger.contracts.scenario.Scenario;
import org.incidentledger.contracts.scenario.Step;
import org.incidentledger.core.access.AccessPolicy;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.CommandActions;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PostMortemCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.ledger.RecordedRefusal;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.ledger.access.AccessFolder;
import org.incidentledger.ledger.access.Grant;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.measures.MeasuresProjection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {
    private static final IncidentId ID = new IncidentId("i-1");
    private static final IncidentCommand REPORT =
            LifecycleCommand.ReportIncident.of(ID, "Unknown login", IncidentKind.SECURITY_EVENT, Severity.MAJOR);
    private static final IncidentCommand FINDING = new RecordCommand.RecordFinding(ID, "a key", List.of(), null);

    /** Whoever is named like a role has it, and no other. */
    private static final AccessPolicy BY_NAME = actor -> Arrays.stream(Role.values())
            .filter(role -> actor(role).equals(actor))
            .collect(Collectors.toSet());

    private final IncidentLedger ledger =
            IncidentLedger.inMemory(LedgerOptions.defaults().withAccess(BY_NAME));

    @AfterEach
    void close() {
        ledger.close();
    }

    private static ActorRef actor(Role role) {
        return new ActorRef("staff/" + role.word());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_lets_every_command_of_its_actions_pass_and_no_other(Role role) {
        CommandSender sender = ledger.as(actor(role));
        Map<Object, Action> samples = samples();
        assertThat(samples).hasSizeGreaterThan(45);
        samples.forEach((command, action) -> assertThat(isTurnedAway(send(sender, command)))
                .as("%s by a %s", command.getClass().getSimpleName(), role.word())
                .isEqualTo(!action.allowedBy().contains(role)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_lets_every_reading_of_its_actions_pass_and_no_other(Role role) {
        ledger.as(actor(Role.RESPONDER)).send(REPORT).receipt();
        Map<Action, Consumer<Readings>> readings = Map.of(
                Action.READ_INCIDENTS, by -> by.views().of(new MeasuresProjection()),
                Action.READ_AUDIT_TRAIL, by -> by.asOf(Moment.position(0)).of(new AuditProjection()),
                Action.READ_ENTRIES, by -> by.reader().head());
        readings.forEach((action, reading) -> {
            if (action.allowedBy().contains(role)) {
                reading.accept(ledger.readAs(actor(role)));
            } else {
                assertThatThrownBy(() -> reading.accept(ledger.readAs(actor(role))))
                        .isInstanceOf(NotPermittedException.class)
                        .hasMessageContaining("staff/" + role.word() + " may not " + action.description());
            }
        });
    }

    @Nested
    class A_command_without_the_role_for_it {
        @Test
        void appends_nothing_and_names_who_what_and_how() {
            assertThat(ledger.as(actor(Role.READER)).send(FINDING))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal().message())
                                    .contains(
                                            "staff/reader may not",
                                            "role responder",
                                            "has reader",
                                            "access grant responder"));
            assertThat(ledger.head().size()).isZero();
        }

        @Test
        void is_recorded_for_the_auditor() {
            ledger.as(actor(Role.READER)).commandId(UUID.randomUUID()).send(FINDING);
            ledger.as(actor(Role.READER)).send(FINDING);
            List<RecordedRefusal> recorded = ledger.readAs(actor(Role.AUDITOR)).refusals(10);
            assertThat(recorded).hasSize(2).allSatisfy(refusal -> {
                assertThat(refusal.stream()).hasToString("incident/i-1");
                assertThat(refusal.refusal().rule()).isEqualTo(Rule.NOT_PERMITTED);
            });
        }

        @Test
        void can_be_sent_again_under_its_id_once_the_role_is_given() {
            ActorRef ada = new ActorRef("staff/ada");
            Set<Role> roles = EnumSet.of(Role.READER);
            UUID command = UUID.randomUUID();
            try (IncidentLedger open =
                    IncidentLedger.inMemory(LedgerOptions.defaults().withAccess(actor -> roles))) {
                open.as(ada).send(REPORT).receipt();
                assertThat(isTurnedAway(open.as(ada).commandId(command).send(FINDING)))
                        .isTrue();
                roles.add(Role.RESPONDER);
                assertThat(open.as(ada).commandId(command).send(FINDING)).isInstanceOf(Outcome.Accepted.class);
            }
        }

        @Test
        void does_not_learn_the_result_of_another_with_the_same_id() {
            UUID command = UUID.randomUUID();
            ledger.as(actor(Role.RESPONDER)).send(REPORT).receipt();
            ledger.as(actor(Role.RESPONDER)).commandId(command).send(FINDING).receipt();
            assertThat(isTurnedAway(
                            ledger.as(actor(Role.READER)).commandId(command).send(FINDING)))
                    .isTrue();
            assertThat(ledger.as(actor(Role.RESPONDER)).commandId(command).send(FINDING))
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class,
                            accepted -> assertThat(accepted.repeated()).isTrue());
        }
    }

    @Test
    void a_reading_that_was_refused_is_recorded_too() {
        assertThatThrownBy(() -> ledger.readAs(actor(Role.READER)).refusals(1))
                .isInstanceOf(NotPermittedException.class);
        assertThat(ledger.readAs(actor(Role.AUDITOR)).refusals(1))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.stream()).hasToString("access/read-audit-trail");
                    assertThat(refusal.refusal().message()).contains("staff/reader");
                });
    }

    @Test
    void a_bearer_with_fewer_roles_than_its_actor_may_do_less() {
        try (IncidentLedger open = IncidentLedger.inMemory(LedgerOptions.defaults())) {
            ActorRef ada = new ActorRef("staff/ada");
            open.as(ada).send(REPORT).receipt();
            assertThat(isTurnedAway(open.as(ada).limitedTo(Set.of(Role.READER)).send(FINDING)))
                    .isTrue();
            assertThat(open.as(ada)
                            .limitedTo(Set.of(Role.RESPONDER))
                            .because("seen")
                            .send(FINDING))
                    .isInstanceOf(Outcome.Accepted.class);
            assertThatThrownBy(() ->
                            open.readAs(ada).limitedTo(Set.of(Role.READER)).reader())
                    .isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    void nobody_but_a_key_holder_replaces_the_signing_key() {
        assertThatThrownBy(() -> ledger.as(actor(Role.AUDITOR)).rotateKey())
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("role key-holder");
    }

    @Test
    void an_approver_does_not_approve_what_it_wrote() {
        try (IncidentLedger open = IncidentLedger.inMemory(LedgerOptions.defaults())) {
            CommandSender ada = open.as(new ActorRef("staff/ada"));
            ada.send(REPORT).receipt();
            ada.send(new PostMortemCommand.RevisePostMortem(ID, 0, "One login", "It was", "draft"))
                    .receipt();
            assertThat(ada.send(new PostMortemCommand.ApprovePostMortem(ID, 1)))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal().rule()).isEqualTo(Rule.OWN_APPROVAL));
        }
    }

    @Test
    void the_access_file_beside_an_embedded_ledger_decides(@TempDir Path folder) throws IOException {
        new AccessFolder(folder).grant(List.of(new Grant(Role.RESPONDER, "staff/ada")));
        try (IncidentLedger open = IncidentLedger.open(folder)) {
            assertThat(open.as(new ActorRef("staff/ada")).send(REPORT)).isInstanceOf(Outcome.Accepted.class);
            assertThat(isTurnedAway(open.as(new ActorRef("staff/eve")).send(FINDING)))
                    .isTrue();
        }
        Files.writeString(folder.resolve("access"), "grant rsponder staff/ada\n");
        assertThatThrownBy(() -> IncidentLedger.open(folder).close()).hasMessageContaining("line 1: 'rsponder'");
    }

    private static boolean isTurnedAway(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.refusal().rule() == Rule.NOT_PERMITTED;
    }

    private static Outcome send(CommandSender sender, Object command) {
        return switch (command) {
            case IncidentCommand ofIncident ->
                ScenarioSealing.with(sender, ofIncident).send(ofIncident);
            case MaintenanceCommand ofMaintenance -> sender.send(ofMaintenance);
            case CatalogCommand ofCatalog -> sender.send(ofCatalog);
            default -> throw new IllegalArgumentException("no command: " + command);
        };
    }

    /** One command of each type, with its action. */
    private static Map<Object, Action> samples() {
        Map<Class<?>, Object> byType = new LinkedHashMap<>();
        LongStream.rangeClosed(1, 60)
                .mapToObj(Scenario::seeded)
                .flatMap(Scenario::commands)
                .map(AccessTest::command)
                .forEach(command -> byType.putIfAbsent(command.getClass(), command));
        Map<Object, Action> samples = new LinkedHashMap<>();
        byType.values().forEach(command -> samples.put(command, action(command)));
        return samples;
    }

    private static Object command(Step step) {
        return switch (step) {
            case Step.OfIncident of -> of.command();
            case Step.OfMaintenance of -> of.command();
            case Step.OfCatalog of -> of.command();
        };
    }

    private static Action action(Object command) {
        return switch (command) {
            case IncidentCommand ofIncident -> CommandActions.of(ofIncident);
            case MaintenanceCommand ofMaintenance -> CommandActions.of(ofMaintenance);
            case CatalogCommand ofCatalog -> CommandActions.of(ofCatalog);
            default -> throw new IllegalArgumentException("no command: " + command);
        };
    }
}
