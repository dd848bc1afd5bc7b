package org.incidentledger.core.incident;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.jspecify.annotations.Nullable;

/** The notifications that were requested, and whether each has ended. */
public record Notifications(Map<NotificationId, Boolean> completed) {
    static final Notifications NONE = new Notifications(Map.of());

    /** Nobody changes a notification but by an event. */
    public Notifications {
        completed = Collections.unmodifiableMap(completed);
    }

    Notifications after(IncidentEvent event) {
        return event instanceof NotificationEvent notification ? after(notification) : this;
    }

    private Notifications after(NotificationEvent event) {
        return switch (event) {
            case NotificationEvent.NotificationRequested e -> with(e, e.notification(), null, false);
            case NotificationEvent.NotificationProgressed e -> with(e, e.notification(), false, false);
            case NotificationEvent.NotificationCompleted e -> with(e, e.notification(), false, true);
        };
    }

    private Notifications with(NotificationEvent event, NotificationId id, @Nullable Boolean before, boolean ended) {
        if (!Objects.equals(completed.get(id), before)) {
            throw new ImpossibleEventException(event, "of notification " + id);
        }
        Map<NotificationId, Boolean> next = new HashMap<>(completed);
        next.put(id, ended);
        return new Notifications(next);
    }
}
