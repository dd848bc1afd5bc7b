package org.incidentledger.core.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that carry word of an incident to people. */
public sealed interface NotificationEvent extends IncidentEvent {
    /** A message to an audience is to be sent. */
    record NotificationRequested(
            NotificationId notification, Audience audience, List<Channel> channels, String subject, String message)
            implements NotificationEvent {
        public NotificationRequested {
            channels = List.copyOf(channels);
        }
    }

    /** How far a notification has got on one channel, in recipients. */
    record NotificationProgressed(
            NotificationId notification,
            Channel channel,
            long delivered,
            long failed,
            @Nullable Long total) implements NotificationEvent {}

    /** A notification has ended, with the number of recipients reached and not reached. */
    record NotificationCompleted(NotificationId notification, long delivered, long failed, String outcome)
            implements NotificationEvent {}
}
