package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.core.access.AccessPolicy;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.ledger.RecordedRefusal;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.subject.Holdings;
import org.incidentledger.core.subject.Purpose;
import org.incidentledger.core.subject.SubjectCommand;
import org.incidentledger.core.subject.SubjectEvent;
import org.incidentledger.sealing.KeyWrapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what with sealed values, as the table of {@code guide-privacy.md} says; and that both answers leave a trace. */
class VaultRolesTest {
    private static final ActorRef ANN = new ActorRef("client/ann");
    private static final String WHY = "REQ-17";
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> RESPONDER = EnumSet.of(Role.RESPONDER);
    private static final Set<Role> APPROVER = EnumSet.of(Role.APPROVER);
    private static final Set<Role> KEY_HOLDER = EnumSet.of(Role.KEY_HOLDER);
    private static final AccessPolicy BY_NAME = actor -> Arrays.stream(Role.values())
            .filter(role -> actor(role).equals(actor))
            .collect(Collectors.toSet());

    private final IncidentLedger ledger = IncidentLedger.open(
            Databases.inMemory(),
            LedgerOptions.defaults()
                    .withNotary(new MemoryNotary())
                    .withSealingKey(KeyWrapper.ofThisProcess())
                    .withUpkeep(ViewUpkeep.ON_AWAIT)
                    .withAccess(BY_NAME));
    private final SealedValue reporter = reported("i-1");

    @AfterEach
    void close() {
        ledger.close();
    }

    private static ActorRef actor(Role role) {
        return new ActorRef("staff/" + role.word());
    }

    private SealedValue reported(String incident) {
        Sealing sealing = ledger.sealing();
        SealedValue value = sealing.seal(ANN, "Ann Müller");
        ledger.as(actor(Role.READER))
                .with(sealing)
                .send(SealedReports.report(incident, value))
                .receipt();
        return value;
    }

    /** Something that is done with sealed values by somebody; true when it was granted. */
    interface Doing {
        boolean by(VaultRolesTest site, CommandSender sender);
    }

    /** Each thing that can be done, and who may. */
    @SuppressWarnings("ImmutableEnumChecker") // nothing changes its sets
    enum Deed {
        SEAL_THE_NAME_OF_A_REPORTER(EVERYBODY, null, (site, sender) -> {
            Sealing sealing = site.ledger.sealing();
            return sent(sender.with(sealing).send(SealedReports.report("i-2", sealing.seal(ANN, "Ann"))));
        }),
        SEAL_A_NOTE(RESPONDER, null, (site, sender) -> {
            Sealing sealing = site.ledger.sealing();
            return sent(sender.with(sealing)
                    .send(new RecordCommand.RecordFinding(incident(), "a", List.of(), sealing.seal(ANN, "a note"))));
        }),
        DESCRIBE_A_SUBJECT(RESPONDER, null, (site, sender) -> {
            Sealing sealing = site.ledger.sealing();
            return sent(
                    sender.with(sealing).send(new SubjectCommand.DescribeSubject(ANN, sealing.seal(ANN, "A"), null)));
        }),
        OPEN_A_VALUE(
                KEY_HOLDER,
                Purpose.READ,
                (site, sender) -> opened(List.of(sender.vault().open(site.reporter.id(), WHY)))),
        DISCLOSE_A_VALUE(
                KEY_HOLDER,
                Purpose.DISCLOSURE,
                (site, sender) -> opened(sender.vault().disclose(List.of(site.reporter.id()), WHY))),
        DISCLOSE_A_SUBJECT(
                KEY_HOLDER,
                Purpose.DISCLOSURE,
                (site, sender) -> opened(sender.vault().disclose(ANN, WHY))),
        TELL_A_SUBJECT_WHAT_IS_HELD(
                KEY_HOLDER,
                Purpose.SUBJECT_ACCESS,
                (site, sender) -> permitted(
                        () -> assertThat(sender.vault().about(ANN, WHY).values())
                                .singleElement()
                                .satisfies(held -> assertThat(held.open()).isNotNull()))),
        PLAN_AN_ERASURE(
                KEY_HOLDER,
                null,
                (site, sender) -> permitted(
                        () -> assertThat(sender.vault().plan(ANN).values()).hasSize(1))),
        RECOGNIZE_TEXTS_ABOUT_A_SUBJECT(
                KEY_HOLDER,
                null,
                (site, sender) -> permitted(() -> sender.vault().mentions(ANN))),
        ERASE_A_SUBJECT(
                KEY_HOLDER,
                null,
                (site, sender) -> sent(sender.vault().erase(ANN, WHY, "Art. 17").outcome())),
        ERASE_A_SUBJECT_BY_A_COMMAND(
                KEY_HOLDER,
                null,
                (site, sender) ->
                        sent(sender.send(new SubjectCommand.EraseSubject(ANN, WHY, "Art. 17", Holdings.UNKNOWN)))),
        ERASE_WITHIN_AN_INCIDENT(
                KEY_HOLDER,
                null,
                (site, sender) -> sent(sender.send(new RecordCommand.EraseSealed(incident(), ANN, WHY, "Art. 17")))),
        PLACE_A_HOLD(
                APPROVER, null, (site, sender) -> sent(sender.send(new RecordCommand.PlaceHold(incident(), "case 7")))),
        LIFT_A_HOLD(APPROVER, null, (site, sender) -> {
            site.ledger
                    .as(actor(Role.APPROVER))
                    .send(new RecordCommand.PlaceHold(incident(), "case 7"))
                    .receipt();
            return sent(sender.send(new RecordCommand.LiftHold(incident(), "settled")));
        }),
        WRAP_THE_KEYS_ANEW(
                KEY_HOLDER,
                null,
                (site, sender) ->
                        permitted(() -> assertThat(sender.vault().rewrapKeys()).isEqualTo(1)));

        final Set<Role> allowed;
        final @Nullable Purpose opens;
        final Doing doing;

        Deed(Set<Role> allowed, @Nullable Purpose opens, Doing doing) {
            this.allowed = allowed;
            this.opens = opens;
            this.doing = doing;
        }

        private static IncidentId incident() {
            return new IncidentId("i-1");
        }

        /** What is refused for another reason than a missing role fails the test. */
        private static boolean sent(Outcome outcome) {
            if (outcome instanceof Outcome.Refused refused) {
                assertThat(refused.refusal().rule()).isEqualTo(Rule.NOT_PERMITTED);
                return false;
            }
            return true;
        }

        private static boolean opened(List<Opening> openings) {
            Opening opening = openings.getFirst();
            if (opening instanceof Opening.StaysSealed stays) {
                assertThat(stays.refusal().rule()).isEqualTo(Rule.NOT_PERMITTED);
                return false;
            }
            assertThat(openings).singleElement().isInstanceOf(Opening.Open.class);
            return true;
        }

        private static boolean permitted(Runnable asked) {
            try {
                asked.run();
                return true;
            } catch (NotPermittedException refused) {
                return false;
            }
        }
    }

    private static Stream<Arguments> everybody_and_everything() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Deed.values()).map(deed -> Arguments.of(role, deed)));
    }

    @ParameterizedTest
    @MethodSource("everybody_and_everything")
    void is_granted_to_those_in_the_table_and_refused_to_all_others(Role role, Deed deed) {
        boolean granted = deed.doing.by(this, ledger.as(actor(role)));

        assertThat(granted).isEqualTo(deed.allowed.contains(role));
        if (granted) {
            assertThat(refusals()).isEmpty();
            assertThat(openings()).isEqualTo(expected(role, deed));
        } else {
            assertThat(refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.refusal().rule()).isEqualTo(Rule.NOT_PERMITTED);
                assertThat(refusal.refusal().message()).startsWith(actor(role).value() + " may not ");
            });
            assertThat(openings()).isEmpty();
            assertThat(ledger.as(actor(Role.KEY_HOLDER)).vault().open(reporter.id(), WHY))
                    .isInstanceOf(Opening.Open.class);
        }
    }

    @Test
    void nobody_else_is_told_that_there_is_nothing_to_open() {
        Vault vault = ledger.as(actor(Role.AUDITOR)).vault();
        UUID unknown = new UUID(4, 2);
        List<Runnable> questions = List.of(
                () -> vault.open(unknown, WHY),
                () -> vault.disclose(List.of(unknown), WHY),
                () -> vault.disclose(new ActorRef("client/nobody"), WHY));

        assertThat(questions)
                .allSatisfy(question ->
                        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(question::run));
        assertThat(refusals()).hasSize(3);
    }

    @Test
    void an_erasure_without_the_role_for_it_tidies_up_nothing_either() {
        assertThat(ledger.as(actor(Role.KEY_HOLDER))
                        .vault()
                        .erase(ANN, WHY, "Art. 17")
                        .pending())
                .isNotEmpty();
        assertThat(ledger.as(actor(Role.AUDITOR))
                        .vault()
                        .erase(ANN, WHY, "Art. 17")
                        .pending())
                .isEmpty();
    }

    /** An opening as the ledger records it. */
    private record Seen(ActorRef by, List<UUID> values, Purpose purpose, String reason) {}

    private List<Seen> expected(Role role, Deed deed) {
        return deed.opens == null ? List.of() : List.of(new Seen(actor(role), List.of(reporter.id()), deed.opens, WHY));
    }

    private List<Seen> openings() {
        HistoryDecoder decoder = new HistoryDecoder(new EventCodec());
        return ledger.reader().read(0, 100).stream()
                .map(decoder::decode)
                .flatMap(VaultRolesTest::opening)
                .toList();
    }

    private static Stream<Seen> opening(RecordedEvent event) {
        return event.fact() instanceof Fact.OfSubject of && of.event() instanceof SubjectEvent.ValuesOpened opened
                ? Stream.of(new Seen(event.provenance().actor(), opened.values(), opened.purpose(), opened.reason()))
                : Stream.empty();
    }

    private List<RecordedRefusal> refusals() {
        return ledger.readAs(actor(Role.AUDITOR)).refusals(10);
    }
}
