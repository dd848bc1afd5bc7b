package org.incidentledger.projections.status;

import java.time.Instant;
import org.incidentledger.core.catalog.ComponentStatus;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time during which one incident or maintenance kept one component from being operational.
 *
 * @param stream whose effect it is, such as {@code incident/ID}
 * @param from the first instant
 * @param until the first instant after it; {@code null} while it goes on
 */
public record Interval(
        String component,
        String stream,
        ComponentStatus status,
        Instant from,
        @Nullable Instant until) {
    /** Whether the instant lies in it. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    /** Whether it has an instant in common with a stretch of time (its end excluded). */
    public boolean touches(Instant start, Instant end) {
        return from.isBefore(end) && (until == null || until.isAfter(start));
    }
}
