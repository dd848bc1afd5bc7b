package org.incidentledger.core.incident;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Commands that carry word of an incident to people. */
public sealed interface NotificationCommand extends IncidentCommand {
    /** Asks for a message to be sent to an audience over channels. */
    record NotifyAudience(
            IncidentId incident,
            NotificationId notification,
            Audience audience,
            Set<Channel> channels,
            String subject,
            String message)
            implements NotificationCommand {
        public NotifyAudience {
            channels = Collections.unmodifiableSet(new TreeSet<>(channels));
        }
    }

    /** Says how far a notification has got on one channel; a milestone, not every message. */
    record RecordNotificationProgress(
            IncidentId incident,
            NotificationId notification,
            Channel channel,
            long delivered,
            long failed,
            @Nullable Long total)
            implements NotificationCommand {
        /** @throws InvalidValueException when a number of recipients is negative */
        public RecordNotificationProgress {
            requireCounts(delivered, failed);
            if (total != null && total < 0) {
                throw new InvalidValueException(
                        String.format(Locale.ROOT, "%d recipients in total; use 0 or more, or leave it out", total));
            }
        }
    }

    /** Says that a notification has ended: nothing more will be sent. */
    record CompleteNotification(
            IncidentId incident, NotificationId notification, long delivered, long failed, String outcome)
            implements NotificationCommand {
        /** @throws InvalidValueException when a number of recipients is negative */
        public CompleteNotification {
            requireCounts(delivered, failed);
        }
    }

    private static void requireCounts(long delivered, long failed) {
        if (delivered < 0 || failed < 0) {
            throw new InvalidValueException(String.format(
                    Locale.ROOT, "%d recipients reached and %d not reached; use 0 or more", delivered, failed));
        }
    }
}
