package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.EXERCISE;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.STAGE;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.under;

import java.time.Instant;
import java.util.Map;
import org.incidentledger.core.decision.Given;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.obligation.StageId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ObligationTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 9);
    private static final Instant EARLIER = Given.NOW.minusSeconds(3_600);

    @Nested
    class Recording_an_anchor {
        @Test
        void tells_the_old_and_the_new_instant() {
            given(REPORTED)
                    .when(anchor(EARLIER, "seen in a log"))
                    .then(new ObligationEvent.AnchorRecorded(AnchorKind.AWARE, null, EARLIER, "seen in a log"))
                    .when(anchor(Given.NOW, null))
                    .then(new ObligationEvent.AnchorRecorded(AnchorKind.AWARE, EARLIER, Given.NOW, null));
        }

        @Test
        void leaves_the_other_anchors_as_they_were() {
            assertThat(given(
                                    REPORTED,
                                    new ObligationEvent.AnchorRecorded(AnchorKind.AWARE, null, Given.NOW, null),
                                    new ObligationEvent.AnchorRecorded(AnchorKind.SUSPECTED, null, EARLIER, null))
                            .state()
                            .obligations()
                            .anchors())
                    .isEqualTo(Map.of(AnchorKind.AWARE, Given.NOW, AnchorKind.SUSPECTED, EARLIER));
        }

        @Test
        void keeps_what_an_entry_can_hold_of_the_instant() {
            given(REPORTED)
                    .when(anchor(EARLIER.plusNanos(1_999), null))
                    .then(new ObligationEvent.AnchorRecorded(AnchorKind.AWARE, null, EARLIER.plusNanos(1_000), null));
        }

        @Test
        void is_not_in_the_future() {
            given(REPORTED).when(anchor(Given.NOW.plusSeconds(60), null)).thenAccepted();
            given(REPORTED)
                    .when(anchor(Given.NOW.plusSeconds(61), null))
                    .thenRefused(Rule.IN_THE_FUTURE, "the anchor 2026-03-01T12:01:01Z");
            given(REPORTED).when(anchor(Instant.EPOCH, null)).thenRefused(Rule.BEFORE_EPOCH);
            given(REPORTED)
                    .when(anchor(Instant.parse("1970-01-02T00:00:00Z"), null))
                    .thenAccepted();
        }

        @Test
        void changes_something() {
            given(REPORTED, new ObligationEvent.AnchorRecorded(AnchorKind.AWARE, null, EARLIER, null))
                    .when(anchor(EARLIER, "again"))
                    .thenRefused(Rule.NOTHING_CHANGED, "already recorded at 2026-03-01T11:00:00Z");
        }

        @Test
        void takes_a_note_within_the_limit() {
            under(TIGHT, REPORTED).when(anchor(EARLIER, "123456")).thenAccepted();
            under(TIGHT, REPORTED)
                    .when(anchor(EARLIER, "1234567"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "the note has 7", "limit is 6");
        }
    }

    @Nested
    class Notifying_an_authority {
        @Test
        void keeps_what_was_filed() {
            given(REPORTED)
                    .when(file(STAGE, "BSI", "7-26", "first"))
                    .then(new ObligationEvent.AuthorityNotified(STAGE, "BSI", "7-26", "first"));
        }

        @Test
        void needs_a_stage_an_authority_and_what_was_filed() {
            given(REPORTED)
                    .when(file(new StageId("xx"), "BSI", null, "first"))
                    .thenRefused(
                            Rule.OBLIGATION_UNKNOWN,
                            "there is no stage xx among the "
                                    + StageId.statutory().size() + " of the policy");
            given(REPORTED).when(file(STAGE, "", null, "first")).thenRefused(Rule.TEXT_EMPTY, "the authority is empty");
            given(REPORTED)
                    .when(file(STAGE, "BSI", null, ""))
                    .thenRefused(Rule.TEXT_EMPTY, "account of what was filed");
            under(TIGHT, REPORTED)
                    .when(file(STAGE, "123456", null, "first"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "the authority", "limit is 5");
            under(TIGHT, REPORTED)
                    .when(file(STAGE, "BSI", "123456", "first"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "the reference", "limit is 5");
            under(TIGHT, REPORTED)
                    .when(file(STAGE, "BSI", "12345", "1234567"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "limit is 6");
        }

        @Test
        void is_never_done_for_an_exercise() {
            given(EXERCISE).when(file(STAGE, "BSI", null, "first")).thenRefused(Rule.EXERCISE_NEVER_PUBLIC);
        }
    }

    @Nested
    class Waiving {
        @Test
        void is_done_once_with_a_reason() {
            var waived = given(REPORTED)
                    .when(waive(STAGE, "no data"))
                    .then(new ObligationEvent.ObligationWaived(STAGE, "no data"));

            assertThat(waived.state().obligations().waived()).containsExactly(STAGE);
            waived.when(waive(STAGE, "no data"))
                    .thenRefused(Rule.OBLIGATION_WAIVED, "stage eu-gdpr-33-1-authority is already waived");
            given(REPORTED).when(waive(STAGE, "")).thenRefused(Rule.TEXT_EMPTY, "reason for the waiver");
            given(REPORTED)
                    .when(waive(new StageId("xx"), "no data"))
                    .thenRefused(Rule.OBLIGATION_UNKNOWN, "there is no stage xx");
        }
    }

    private static IncidentCommand anchor(Instant at, @Nullable String note) {
        return new ObligationCommand.RecordAnchor(ID, AnchorKind.AWARE, at, note);
    }

    private static IncidentCommand file(StageId stage, String authority, @Nullable String reference, String filed) {
        return new ObligationCommand.NotifyAuthority(ID, stage, authority, reference, filed);
    }

    private static IncidentCommand waive(StageId stage, String reason) {
        return new ObligationCommand.WaiveObligation(ID, stage, reason);
    }
}
