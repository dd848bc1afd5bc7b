package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.A1;
import static org.incidentledger.core.incident.Incidents.BOB;
import static org.incidentledger.core.incident.Incidents.CLIENT;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.NOTE;
import static org.incidentledger.core.incident.Incidents.NOTE_2;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.reported;
import static org.incidentledger.core.incident.Incidents.under;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 9);
    private static final Evidence EVIDENCE = new Evidence("ab".repeat(32), "text/plain", 3);
    private static final IncidentEvent OPENED = new ActionItemEvent.ActionItemOpened(A1, "rotate", null, null);

    @Nested
    class Finding {
        @Test
        void keeps_everything_that_was_said() {
            given(REPORTED)
                    .when(new RecordCommand.RecordFinding(ID, "a key", List.of(EVIDENCE), NOTE))
                    .then(new RecordEvent.FindingRecorded("a key", List.of(EVIDENCE), NOTE));
        }

        @Test
        void needs_a_text_and_evidence_within_the_limits() {
            given(REPORTED).when(find("", 0)).thenRefused(Rule.TEXT_EMPTY, "the finding is empty");
            under(TIGHT, REPORTED).when(find("12345678", 0)).thenAccepted();
            under(TIGHT, REPORTED).when(find("123456789", 0)).thenRefused(Rule.TEXT_TOO_LONG, "limit is 8");
            given(REPORTED).when(find("a key", 100)).thenAccepted();
            given(REPORTED)
                    .when(find("a key", 101))
                    .thenRefused(Rule.TOO_MANY, "101 pieces of evidence", "limit is 100");
        }
    }

    @Nested
    class Correcting_the_record {
        @Test
        void points_at_an_entry_of_the_incident() {
            given(REPORTED)
                    .when(correct(0, "wrong"))
                    .then(new RecordEvent.RecordCorrected(0, "wrong"))
                    .when(correct(1, "right"))
                    .thenAccepted();
            given(REPORTED)
                    .when(correct(1, "wrong"))
                    .thenRefused(Rule.RECORD_UNKNOWN, "2026-1 has no entry 1; name one from 0 to 0");
            given(REPORTED).when(correct(-1, "wrong")).thenRefused(Rule.RECORD_UNKNOWN, "no entry -1");
            given(REPORTED).when(correct(0, "")).thenRefused(Rule.TEXT_EMPTY, "the correction is empty");
            under(TIGHT, REPORTED).when(correct(0, "1234567")).thenRefused(Rule.TEXT_TOO_LONG, "limit is 6");
        }
    }

    @Nested
    class Erasing {
        @Test
        void names_every_value_about_the_subject() {
            var sealed = given(reported(false, null, NOTE), new RecordEvent.FindingRecorded("who", List.of(), NOTE_2));
            var erased = sealed.when(erase("request 7", "Art. 17"))
                    .then(new RecordEvent.SealedValuesErased(
                            CLIENT, List.of(NOTE.id(), NOTE_2.id()), "request 7", "Art. 17"));

            assertThat(erased.state().sealedSubjects().values()).isEmpty();
            erased.when(erase("request 7", "Art. 17"))
                    .thenRefused(Rule.NOTHING_SEALED, "nothing is sealed about client/c1 in incident 2026-1");
        }

        @Test
        void leaves_the_values_about_others() {
            ActorRef other = new ActorRef("client/c2");
            SealedValue first = new SealedValue(new UUID(7, 1), other, NOTE.commitment());
            SealedValue second = new SealedValue(new UUID(7, 2), other, NOTE.commitment());
            var sealed = given(
                    reported(false, null, NOTE),
                    new RecordEvent.FindingRecorded("who", List.of(), first),
                    new RecordEvent.FindingRecorded("when", List.of(), NOTE_2),
                    new RecordEvent.FindingRecorded("where", List.of(), second));

            var erased = sealed.when(erase("request 7", "Art. 17"))
                    .then(new RecordEvent.SealedValuesErased(
                            CLIENT, List.of(NOTE.id(), NOTE_2.id()), "request 7", "Art. 17"));

            assertThat(erased.state().sealedSubjects().values())
                    .isEqualTo(Map.of(other, List.of(first.id(), second.id())));
        }

        @Test
        void needs_a_request_and_a_ground() {
            var sealed = given(reported(false, null, NOTE));

            sealed.when(erase("", "Art. 17")).thenRefused(Rule.TEXT_EMPTY, "reference of the request");
            sealed.when(erase("request 7", "")).thenRefused(Rule.TEXT_EMPTY, "the ground is empty");
            under(TIGHT, reported(false, null, NOTE))
                    .when(erase("123456", "x"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "limit is 5");
            under(TIGHT, reported(false, null, NOTE))
                    .when(erase("12345", "1234567"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "limit is 6");
        }
    }

    @Nested
    class A_legal_hold {
        private final IncidentEvent held = new RecordEvent.HoldPlaced("case 7");

        @Test
        void refuses_erasure_with_its_reason_until_it_is_lifted() {
            given(reported(false, null, NOTE))
                    .when(new RecordCommand.PlaceHold(ID, "case 7"))
                    .then(held);
            given(reported(false, null, NOTE), held)
                    .when(erase("request 7", "Art. 17"))
                    .thenRefused(Rule.LEGAL_HOLD, "incident 2026-1 is on legal hold: case 7; lift the hold first");
            given(reported(false, null, NOTE), held)
                    .when(new RecordCommand.LiftHold(ID, "settled"))
                    .then(new RecordEvent.HoldLifted("case 7", "settled"))
                    .when(erase("request 7", "Art. 17"))
                    .thenAccepted();
        }

        @Test
        void is_placed_once_and_lifted_once() {
            given(REPORTED, held)
                    .when(new RecordCommand.PlaceHold(ID, "case 8"))
                    .thenRefused(Rule.ALREADY_ON_HOLD, "on legal hold already: case 7");
            given(REPORTED).when(new RecordCommand.LiftHold(ID, "settled")).thenRefused(Rule.NOT_ON_HOLD);
        }

        @Test
        void has_a_reason_within_the_limit() {
            given(REPORTED).when(new RecordCommand.PlaceHold(ID, " ")).thenRefused(Rule.TEXT_EMPTY);
            under(TIGHT, REPORTED)
                    .when(new RecordCommand.PlaceHold(ID, "1234567"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "limit is 6");
            given(REPORTED, held).when(new RecordCommand.LiftHold(ID, "")).thenRefused(Rule.TEXT_EMPTY);
        }
    }

    @Nested
    class Action_items {
        @Test
        void are_opened_with_owner_and_due_date() {
            LocalDate due = LocalDate.of(2026, 4, 1);

            given(REPORTED)
                    .when(new ActionItemCommand.OpenActionItem(ID, A1, "rotate", BOB, due))
                    .then(new ActionItemEvent.ActionItemOpened(A1, "rotate", BOB, due));
        }

        @Test
        void are_due_within_the_calendar() {
            given(REPORTED).when(due(LocalDate.of(9999, 12, 31))).thenAccepted();
            given(REPORTED)
                    .when(due(LocalDate.of(10_000, 1, 1)))
                    .thenRefused(Rule.IN_THE_FUTURE, "the due date +10000-01-01T00:00:00Z");
            given(REPORTED)
                    .when(due(LocalDate.EPOCH))
                    .thenRefused(Rule.BEFORE_EPOCH, "the due date 1970-01-01T00:00:00Z");
        }

        @Test
        void have_a_title_within_the_limit_and_an_id_of_their_own() {
            given(REPORTED).when(open("")).thenRefused(Rule.TEXT_EMPTY, "title of the action item");
            under(TIGHT, REPORTED).when(open("12345")).thenAccepted();
            under(TIGHT, REPORTED).when(open("123456")).thenRefused(Rule.TEXT_TOO_LONG, "limit is 5");
            given(REPORTED, OPENED).when(open("rotate")).thenRefused(Rule.ACTION_ITEM_EXISTS, "action item a1 exists");
        }

        @Test
        void are_settled_once() {
            var done = given(REPORTED, OPENED)
                    .when(complete("done"))
                    .then(new ActionItemEvent.ActionItemCompleted(A1, "done"));
            var dropped =
                    given(REPORTED, OPENED).when(drop("moot")).then(new ActionItemEvent.ActionItemDropped(A1, "moot"));

            done.when(drop("moot")).thenRefused(Rule.ACTION_ITEM_SETTLED, "action item a1 is settled");
            done.when(open("rotate")).thenRefused(Rule.ACTION_ITEM_EXISTS);
            dropped.when(complete("done")).thenRefused(Rule.ACTION_ITEM_SETTLED);
            given(REPORTED).when(complete("done")).thenRefused(Rule.ACTION_ITEM_UNKNOWN, "there is no action item a1");
            given(REPORTED).when(drop("moot")).thenRefused(Rule.ACTION_ITEM_UNKNOWN);
            given(REPORTED, OPENED).when(complete("")).thenRefused(Rule.TEXT_EMPTY, "the outcome is empty");
            given(REPORTED, OPENED).when(drop("")).thenRefused(Rule.TEXT_EMPTY, "the reason is empty");
        }
    }

    private static IncidentCommand find(String finding, int evidence) {
        return new RecordCommand.RecordFinding(ID, finding, Collections.nCopies(evidence, EVIDENCE), null);
    }

    private static IncidentCommand correct(long sequence, String correction) {
        return new RecordCommand.CorrectRecord(ID, sequence, correction);
    }

    private static IncidentCommand erase(String request, String ground) {
        return new RecordCommand.EraseSealed(ID, CLIENT, request, ground);
    }

    private static IncidentCommand open(String title) {
        return new ActionItemCommand.OpenActionItem(ID, A1, title, null, null);
    }

    private static IncidentCommand due(@Nullable LocalDate due) {
        return new ActionItemCommand.OpenActionItem(ID, A1, "rotate", null, due);
    }

    private static IncidentCommand complete(String outcome) {
        return new ActionItemCommand.CompleteActionItem(ID, A1, outcome);
    }

    private static IncidentCommand drop(String reason) {
        return new ActionItemCommand.DropActionItem(ID, A1, reason);
    }
}
