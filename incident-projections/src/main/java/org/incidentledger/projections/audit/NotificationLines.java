package org.incidentledger.projections.audit;

import org.incidentledger.core.incident.NotificationEvent;
import org.incidentledger.core.vocabulary.Words;

/** How notifications read in the audit trail. */
final class NotificationLines {
    private NotificationLines() {}

    static Told tell(NotificationEvent event) {
        return switch (event) {
            case NotificationEvent.NotificationRequested e ->
                Told.that("asked to notify %s by %s: %s"
                                .formatted(Words.of(e.audience()), Told.joined(e.channels()), Told.quote(e.subject())))
                        .set("notification", e.notification())
                        .set("audience", e.audience())
                        .set("channels", e.channels())
                        .set("subject", e.subject())
                        .set("message", e.message());
            case NotificationEvent.NotificationProgressed e -> progressed(e);
            case NotificationEvent.NotificationCompleted e ->
                Told.that("completed notification %s: %d delivered, %d failed, %s"
                                .formatted(e.notification(), e.delivered(), e.failed(), Told.line(e.outcome())))
                        .set("notification", e.notification())
                        .set("delivered", e.delivered())
                        .set("failed", e.failed())
                        .set("outcome", e.outcome());
        };
    }

    private static Told progressed(NotificationEvent.NotificationProgressed e) {
        return Told.that("notification %s by %s: %d delivered, %d failed%s"
                        .formatted(
                                e.notification(),
                                Words.of(e.channel()),
                                e.delivered(),
                                e.failed(),
                                e.total() == null ? "" : " of " + e.total()))
                .set("notification", e.notification())
                .set("channel", e.channel())
                .set("delivered", e.delivered())
                .set("failed", e.failed())
                .set("total", e.total());
    }
}
