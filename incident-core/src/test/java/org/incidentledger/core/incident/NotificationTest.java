package org.incidentledger.core.incident;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.core.incident.Incidents.EXERCISE;
import static org.incidentledger.core.incident.Incidents.ID;
import static org.incidentledger.core.incident.Incidents.N1;
import static org.incidentledger.core.incident.Incidents.REPORTED;
import static org.incidentledger.core.incident.Incidents.given;
import static org.incidentledger.core.incident.Incidents.under;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NotificationTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 9);
    private static final IncidentEvent REQUESTED = new NotificationEvent.NotificationRequested(
            N1, Audience.SUBSCRIBERS, List.of(Channel.MAIL, Channel.SLACK), "News", "Read.");
    private static final IncidentEvent COMPLETED = new NotificationEvent.NotificationCompleted(N1, 9, 1, "sent");

    @Nested
    class Notifying_an_audience {
        @Test
        void asks_for_channels_in_their_order() {
            given(REPORTED)
                    .when(tell(Set.of(Channel.SLACK, Channel.MAIL), "News", "Read."))
                    .then(REQUESTED);
        }

        @Test
        void is_under_a_new_id() {
            given(REPORTED, REQUESTED)
                    .when(tell(Set.of(Channel.MAIL), "News", "Read."))
                    .thenRefused(Rule.NOTIFICATION_EXISTS, "notification n1 exists");
            given(REPORTED, REQUESTED, COMPLETED)
                    .when(tell(Set.of(Channel.MAIL), "News", "Read."))
                    .thenRefused(Rule.NOTIFICATION_EXISTS);
        }

        @Test
        void needs_a_channel_a_subject_and_a_message() {
            given(REPORTED)
                    .when(tell(Set.of(), "News", "Read."))
                    .thenRefused(Rule.NO_CHANNEL, "notification n1 names no channel");
            given(REPORTED)
                    .when(tell(Set.of(Channel.X), "", "Read."))
                    .thenRefused(Rule.TEXT_EMPTY, "the subject is empty");
            given(REPORTED)
                    .when(tell(Set.of(Channel.X), "News", ""))
                    .thenRefused(Rule.TEXT_EMPTY, "the message is empty");
            under(TIGHT, REPORTED)
                    .when(tell(Set.of(Channel.X), "123456", "Read."))
                    .thenRefused(Rule.TEXT_TOO_LONG, "limit is 5");
            under(TIGHT, REPORTED)
                    .when(tell(Set.of(Channel.X), "12345", "1234567"))
                    .thenAccepted();
            under(TIGHT, REPORTED)
                    .when(tell(Set.of(Channel.X), "News", "12345678"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "limit is 7");
        }

        @Test
        void is_never_done_for_an_exercise() {
            given(EXERCISE).when(tell(Set.of(Channel.X), "News", "Read.")).thenRefused(Rule.EXERCISE_NEVER_PUBLIC);
        }
    }

    @Nested
    class Delivering {
        @Test
        void is_recorded_from_milestone_to_end() {
            given(REPORTED, REQUESTED)
                    .when(progress(5, 1, 10L))
                    .then(new NotificationEvent.NotificationProgressed(N1, Channel.MAIL, 5, 1, 10L))
                    .when(complete("sent"))
                    .then(COMPLETED);
        }

        @Test
        void needs_a_notification_that_goes_on() {
            given(REPORTED)
                    .when(progress(5, 1, null))
                    .thenRefused(Rule.NOTIFICATION_UNKNOWN, "there is no notification n1");
            given(REPORTED).when(complete("sent")).thenRefused(Rule.NOTIFICATION_UNKNOWN);
            given(REPORTED, REQUESTED, COMPLETED)
                    .when(progress(5, 1, null))
                    .thenRefused(Rule.NOTIFICATION_COMPLETED, "notification n1 has ended");
            given(REPORTED, REQUESTED, COMPLETED).when(complete("sent")).thenRefused(Rule.NOTIFICATION_COMPLETED);
            given(REPORTED, REQUESTED).when(complete("")).thenRefused(Rule.TEXT_EMPTY, "the outcome is empty");
        }

        @Test
        void counts_no_negative_recipients() {
            progress(0, 0, 0L);
            new NotificationCommand.CompleteNotification(ID, N1, 0, 0, "none");

            assertInvalid(() -> progress(-1, 0, null), "-1 recipients reached and 0 not reached");
            assertInvalid(() -> progress(0, -1, null), "0 recipients reached and -1 not reached");
            assertInvalid(() -> progress(0, 0, -1L), "-1 recipients in total");
            assertInvalid(() -> new NotificationCommand.CompleteNotification(ID, N1, -1, 0, "x"), "-1 recipients");
        }

        private static void assertInvalid(ThrowingCallable maker, String part) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(maker)
                    .withMessageContaining(part);
        }
    }

    private static IncidentCommand tell(Set<Channel> channels, String subject, String message) {
        return new NotificationCommand.NotifyAudience(ID, N1, Audience.SUBSCRIBERS, channels, subject, message);
    }

    private static IncidentCommand progress(long delivered, long failed, @Nullable Long total) {
        return new NotificationCommand.RecordNotificationProgress(ID, N1, Channel.MAIL, delivered, failed, total);
    }

    private static IncidentCommand complete(String outcome) {
        return new NotificationCommand.CompleteNotification(ID, N1, 9, 1, outcome);
    }
}
