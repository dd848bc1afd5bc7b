package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.firstOf;
import static org.incidentledger.core.decision.Objections.when;

import java.util.List;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.jspecify.annotations.Nullable;

/** How word of an incident is carried to people, from the request to the last delivery. */
record NotificationRules(Limits limits) {
    Decision<IncidentEvent> decide(Incident state, NotificationCommand command) {
        return switch (command) {
            case NotificationCommand.NotifyAudience c -> request(state, c);
            case NotificationCommand.RecordNotificationProgress c ->
                Objections.of(objectToUnknownOrEnded(state, c.notification()))
                        .otherwise(() -> new NotificationEvent.NotificationProgressed(
                                c.notification(), c.channel(), c.delivered(), c.failed(), c.total()));
            case NotificationCommand.CompleteNotification c ->
                Objections.of(
                                objectToUnknownOrEnded(state, c.notification()),
                                Texts.required("outcome", c.outcome(), limits.line()))
                        .otherwise(() -> new NotificationEvent.NotificationCompleted(
                                c.notification(), c.delivered(), c.failed(), c.outcome()));
        };
    }

    private Decision<IncidentEvent> request(Incident state, NotificationCommand.NotifyAudience c) {
        return Objections.of(
                        state.lifecycle().objectIfExercise(),
                        state.lifecycle().objectIfMerged(),
                        when(
                                state.notifications().completed().containsKey(c.notification()),
                                Rule.NOTIFICATION_EXISTS,
                                () -> "notification %s exists; notify under a new id".formatted(c.notification())),
                        when(
                                c.channels().isEmpty(),
                                Rule.NO_CHANNEL,
                                () -> "notification %s names no channel; name at least one"
                                        .formatted(c.notification())),
                        Texts.required("subject", c.subject(), limits.title()),
                        Texts.required("message", c.message(), limits.publicText()))
                .otherwise(() -> new NotificationEvent.NotificationRequested(
                        c.notification(), c.audience(), List.copyOf(c.channels()), c.subject(), c.message()));
    }

    private static @Nullable Refusal objectToUnknownOrEnded(Incident state, NotificationId id) {
        Boolean completed = state.notifications().completed().get(id);
        return firstOf(
                when(
                        completed == null,
                        Rule.NOTIFICATION_UNKNOWN,
                        () -> "there is no notification %s; name one that was requested".formatted(id)),
                when(
                        Boolean.TRUE.equals(completed),
                        Rule.NOTIFICATION_COMPLETED,
                        () -> "notification %s has ended; request a new one".formatted(id)));
    }
}
