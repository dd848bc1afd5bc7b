package org.incidentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Given;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SubjectTest {
    private static final ActorRef CLIENT = new ActorRef("client/c1");
    private static final SealedValue NAME = new SealedValue(new UUID(1, 1), CLIENT, "A".repeat(43) + "=");
    private static final SealedValue CONTACT = new SealedValue(new UUID(1, 2), CLIENT, "B".repeat(43) + "=");

    @Nested
    class Describing {
        @Test
        void keeps_references_and_nothing_else() {
            given().when(new SubjectCommand.DescribeSubject(CLIENT, NAME, CONTACT))
                    .then(new SubjectEvent.SubjectDescribed(NAME, CONTACT));
            given().when(new SubjectCommand.DescribeSubject(CLIENT, null, null)).thenRefused(Rule.NOTHING_CHANGED);
        }

        @Test
        void is_about_somebody_and_one_subject() {
            assertThatThrownBy(() -> new SubjectCommand.DescribeSubject(ActorRef.SYSTEM, null, null))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("'system' is nobody");
            assertThatThrownBy(() -> new SubjectCommand.DescribeSubject(new ActorRef("client/c2"), NAME, null))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("the value is sealed about client/c1, not client/c2");
        }
    }

    @Nested
    class Opening {
        @Test
        void says_which_values_for_what_and_why() {
            List<UUID> ids = List.of(NAME.id());

            given().when(new SubjectCommand.OpenValues(CLIENT, ids, Purpose.READ, "call back"))
                    .then(new SubjectEvent.ValuesOpened(ids, Purpose.READ, "call back"));
            given().when(new SubjectCommand.OpenValues(CLIENT, ids, Purpose.READ, ""))
                    .thenRefused(Rule.TEXT_EMPTY, "reason of the opening");
            given().when(new SubjectCommand.OpenValues(CLIENT, List.of(), Purpose.READ, "call back"))
                    .thenRefused(Rule.NOTHING_SEALED);
        }
    }

    @Nested
    class Erasing {
        @Test
        void names_every_value_the_request_and_the_ground() {
            given().when(erase("request 7", "Art. 17", NAME.id(), CONTACT.id()))
                    .then(new SubjectEvent.SubjectErased(List.of(NAME.id(), CONTACT.id()), "request 7", "Art. 17"))
                    .when(erase("request 8", "Art. 17"))
                    .thenRefused(
                            Rule.NOTHING_SEALED,
                            "nothing is sealed about client/c1 any more; it was erased by request request 7");
        }

        @Test
        void needs_something_to_erase_a_request_and_a_ground() {
            given().when(erase("request 7", "Art. 17")).thenRefused(Rule.NOTHING_SEALED, "check the reference");
            given().when(erase("", "Art. 17", NAME.id())).thenRefused(Rule.TEXT_EMPTY, "reference of the request");
            given().when(erase("request 7", " ", NAME.id())).thenRefused(Rule.TEXT_EMPTY, "the ground is empty");
        }

        @Test
        void is_refused_by_a_legal_hold_on_any_incident_with_its_reason() {
            Holdings held = new Holdings(List.of(NAME.id()), List.of(new Holdings.Hold("2026-1", "case 7")));

            given().when(new SubjectCommand.EraseSubject(CLIENT, "request 7", "Art. 17", held))
                    .thenRefused(Rule.LEGAL_HOLD, "incident 2026-1 is on legal hold: case 7");
        }

        /** An entry has 65,535 bytes: a subject with more values than fit into one takes several. */
        @Test
        void of_very_many_values_takes_several_events() {
            UUID[] ids = IntStream.range(0, SubjectDecider.VALUES_MAX + 1)
                    .mapToObj(i -> new UUID(1, i))
                    .toArray(UUID[]::new);

            given().when(erase("request 7", "Art. 17", ids))
                    .then(
                            new SubjectEvent.SubjectErased(
                                    List.of(ids).subList(0, SubjectDecider.VALUES_MAX), "request 7", "Art. 17"),
                            new SubjectEvent.SubjectErased(
                                    List.of(ids[SubjectDecider.VALUES_MAX]), "request 7", "Art. 17"));
        }
    }

    @Test
    void the_state_counts_events() {
        Subject state = Subject.UNKNOWN
                .evolve(new SubjectEvent.SubjectDescribed(NAME, null))
                .evolve(new SubjectEvent.ValuesOpened(List.of(NAME.id()), Purpose.READ, "x"));

        assertThat(state).isEqualTo(new Subject(2, ""));
    }

    private static Given<Subject, SubjectCommand, SubjectEvent> given() {
        return Given.nothing(Subject.UNKNOWN, new SubjectDecider(Limits.DEFAULT)::decide, Subject::evolve);
    }

    private static SubjectCommand erase(String request, String ground, UUID... values) {
        return new SubjectCommand.EraseSubject(CLIENT, request, ground, new Holdings(List.of(values), List.of()));
    }
}
