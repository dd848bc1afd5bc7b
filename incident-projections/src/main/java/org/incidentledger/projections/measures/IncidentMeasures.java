package org.incidentledger.projections.measures;

import java.time.Duration;
import java.time.Instant;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The instants of one incident that its measures are made of, each as it was said to have occurred.
 *
 * @param severity now
 * @param highestSeverity that was ever said
 * @param started when the incident began, when that was said
 * @param acknowledged the earliest
 * @param contained the earliest
 * @param resolved the last; none while the incident is open again
 * @param firstPublicNotice the earliest instant at which an update was posted, whatever the page shows for it and whether or not
 *     it was taken back later
 * @param closed when the post-mortem was published or waived; none while the incident is open again
 * @param dismissed when the report was rejected or merged into another
 */
public record IncidentMeasures(
        String incident,
        boolean exercise,
        IncidentKind kind,
        Severity severity,
        Severity highestSeverity,
        @Nullable Instant started,
        Instant reported,
        @Nullable Instant acknowledged,
        @Nullable Instant contained,
        @Nullable Instant resolved,
        @Nullable Instant firstPublicNotice,
        @Nullable Instant closed,
        @Nullable Instant dismissed) {

    /**
     * How long a measure took; {@code null} while one of its ends is not known. It is negative when what was said does not
     * follow the usual order, such as a public notice that occurred before the incident was reported to the ledger.
     */
    public @Nullable Duration duration(Measure measure) {
        return switch (measure) {
            case DETECT -> between(started, reported);
            case ACKNOWLEDGE -> between(reported, acknowledged);
            case CONTAIN -> between(reported, contained);
            case RESOLVE -> between(reported, resolved);
            case FIRST_PUBLIC_NOTICE -> between(reported, firstPublicNotice);
        };
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }
}
