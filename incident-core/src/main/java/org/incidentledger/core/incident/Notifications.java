package org.incidentledger.core.incident;

import java.util.HashMap;
import java.util.Map;

/** The notifications that were requested, and whether each has ended. */
public record Notifications(Map<NotificationId, Boolean> completed) {
    static final Notifications NONE = new Notifications(Map.of());

    Notifications after(IncidentEvent event) {
        return event instanceof NotificationEvent notification ? after(notification) : this;
    }

    private Notifications after(NotificationEvent event) {
        return switch (event) {
            case NotificationEvent.NotificationRequested e -> with(e.notification(), false);
            case NotificationEvent.NotificationProgressed e -> this;
            case NotificationEvent.NotificationCompleted e -> with(e.notification(), true);
        };
    }

    private Notifications with(NotificationId id, boolean ended) {
        Map<NotificationId, Boolean> next = new HashMap<>(completed);
        next.put(id, ended);
        return new Notifications(next);
    }
}
