package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.incident.Incidents.EXERCISE;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.POSTED;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.U1;
import static org.incidentledger.core.incident.Incidents.U2;
import static org.incidentledger.core.incident.Incidents.WEB;
import static org.incidentledger.core.incident.Incidents.chars;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.posted;
import static org.incidentledger.core.incident.Incidents.under;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.Given;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.PublicUpdate;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PublicationTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 9);
    private static final ComponentChange CHANGE =
            new ComponentChange(WEB, ComponentStatus.OPERATIONAL, ComponentStatus.MAJOR_OUTAGE);

    @Nested
    class Posting {
        @Test
        void keeps_everything_that_was_said() {
            ExternalRef ref = new ExternalRef("statuspage:x", "abc", "https://example.org/1");

            given(REPORTED)
                    .when(new PublicationCommand.PostUpdate(
                            ID, U1, PublicStatus.IDENTIFIED, "Found.", List.of(CHANGE), Given.NOW, ref))
                    .then(new PublicationEvent.PublicUpdatePosted(
                            U1, PublicStatus.IDENTIFIED, "Found.", List.of(CHANGE), Given.NOW, ref));
        }

        @Test
        void needs_a_text_within_the_limit() {
            given(REPORTED).when(post(U1, "\n ")).thenRefused(Rule.TEXT_EMPTY, "the public text is empty");
            given(REPORTED).when(post(U1, chars(10_000))).thenAccepted();
            given(REPORTED)
                    .when(post(U1, chars(10_001)))
                    .thenRefused(Rule.TEXT_TOO_LONG, "10,001 characters, the limit is 10,000");
            given(REPORTED).when(post(U1, "a\0")).thenRefused(Rule.TEXT_UNFIT, "the public text");
        }

        @Test
        void counts_characters_as_people_do() {
            under(TIGHT, REPORTED).when(post(U1, "🔥".repeat(7))).thenAccepted();
            under(TIGHT, REPORTED).when(post(U1, "🔥".repeat(8))).thenRefused(Rule.TEXT_TOO_LONG, "8 characters");
        }

        @Test
        void is_under_a_new_id() {
            given(REPORTED, POSTED).when(post(U1, "again")).thenRefused(Rule.UPDATE_EXISTS, "update u1 exists");
        }

        @Test
        void displays_no_future_instant() {
            given(REPORTED).when(display(Given.NOW.plusSeconds(60))).thenAccepted();
            given(REPORTED)
                    .when(display(Given.NOW.plusSeconds(61)))
                    .thenRefused(Rule.IN_THE_FUTURE, "the instant to display 2026-03-01T12:01:01Z");
        }

        @Test
        void tells_of_components_within_the_limit() {
            under(TIGHT, REPORTED).when(telling(2)).thenAccepted();
            under(TIGHT, REPORTED).when(telling(3)).thenRefused(Rule.TOO_MANY, "3 components", "limit is 2");
        }

        @Test
        void is_never_done_for_an_exercise() {
            given(EXERCISE).when(post(U1, "drill")).thenRefused(Rule.EXERCISE_NEVER_PUBLIC, "2026-1 is an exercise");
        }
    }

    @Nested
    class Correcting {
        @Test
        void tells_the_old_and_the_new_text() {
            given(REPORTED, POSTED)
                    .when(correct(U1, "We looked into it.", "grammar"))
                    .then(new PublicationEvent.PublicUpdateCorrected(
                            U1, "We look into it.", "We looked into it.", "grammar"))
                    .when(correct(U1, "Done.", "shorter"))
                    .then(new PublicationEvent.PublicUpdateCorrected(U1, "We looked into it.", "Done.", "shorter"));
        }

        @Test
        void needs_a_standing_update_another_text_and_a_reason() {
            given(REPORTED).when(correct(U1, "x", "y")).thenRefused(Rule.UPDATE_UNKNOWN, "there is no update u1");
            given(REPORTED, POSTED)
                    .when(correct(U1, "We look into it.", "y"))
                    .thenRefused(Rule.SAME_TEXT, "update u1 already has this text");
            given(REPORTED, POSTED).when(correct(U1, "", "y")).thenRefused(Rule.TEXT_EMPTY, "public text");
            given(REPORTED, POSTED).when(correct(U1, "x", "")).thenRefused(Rule.TEXT_EMPTY, "reason of the correction");
            under(TIGHT, REPORTED, POSTED)
                    .when(correct(U1, "12345678", "y"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "limit is 7");
            under(TIGHT, REPORTED, POSTED)
                    .when(correct(U1, "x", "1234567"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "limit is 6");
            given(REPORTED, POSTED, RETRACTED)
                    .when(correct(U1, "x", "y"))
                    .thenRefused(Rule.UPDATE_RETRACTED, "update u1 was retracted");
        }
    }

    @Nested
    class Retracting {
        @Test
        void leaves_the_text_shown_as_retracted() {
            Incident state = given(REPORTED, POSTED)
                    .when(retract("wrong"))
                    .then(RETRACTED)
                    .state();

            assertThat(state.publication().updates().byId())
                    .containsExactlyEntriesOf(Map.of(U1, new PublicUpdate("We look into it.", true)));
            assertThat(state.publication().updates().anyStanding()).isFalse();
            assertThat(given(REPORTED, POSTED, RETRACTED, posted(U2, "more"))
                            .state()
                            .publication()
                            .updates()
                            .anyStanding())
                    .isTrue();
        }

        @Test
        void needs_a_standing_update_and_a_reason() {
            given(REPORTED).when(retract("wrong")).thenRefused(Rule.UPDATE_UNKNOWN);
            given(REPORTED, POSTED, RETRACTED).when(retract("wrong")).thenRefused(Rule.UPDATE_RETRACTED);
            given(REPORTED, POSTED).when(retract(" ")).thenRefused(Rule.TEXT_EMPTY, "reason of the retraction");
        }
    }

    @Nested
    class Correcting_the_title {
        @Test
        void tells_the_old_and_the_new_title() {
            given(REPORTED)
                    .when(retitle("Break-in", "plainer"))
                    .then(new PublicationEvent.TitleCorrected("Intrusion", "Break-in", "plainer"))
                    .when(retitle("Break-in", "plainer"))
                    .thenRefused(Rule.SAME_TEXT, "2026-1 already has this title");
        }

        @Test
        void needs_a_title_within_the_limit_and_a_reason() {
            given(REPORTED).when(retitle("", "y")).thenRefused(Rule.TEXT_EMPTY, "the title is empty");
            given(REPORTED).when(retitle("x", "")).thenRefused(Rule.TEXT_EMPTY, "reason of the correction");
            under(TIGHT, REPORTED).when(retitle("123456", "y")).thenRefused(Rule.TEXT_TOO_LONG, "limit is 5");
        }
    }

    private static final IncidentEvent RETRACTED = new PublicationEvent.PublicUpdateRetracted(U1, "wrong");

    private static IncidentCommand post(UpdateId update, String text) {
        return PublicationCommand.PostUpdate.of(ID, update, PublicStatus.INVESTIGATING, text);
    }

    private static IncidentCommand display(@Nullable Instant at) {
        return new PublicationCommand.PostUpdate(ID, U1, PublicStatus.INVESTIGATING, "x", List.of(), at, null);
    }

    private static IncidentCommand telling(int components) {
        return new PublicationCommand.PostUpdate(
                ID, U1, PublicStatus.INVESTIGATING, "x", Collections.nCopies(components, CHANGE), null, null);
    }

    private static IncidentCommand correct(UpdateId update, String text, String reason) {
        return new PublicationCommand.CorrectUpdate(ID, update, text, reason);
    }

    private static IncidentCommand retract(String reason) {
        return new PublicationCommand.RetractUpdate(ID, U1, reason);
    }

    private static IncidentCommand retitle(String title, String reason) {
        return new PublicationCommand.CorrectTitle(ID, title, reason);
    }
}
