package org.incidentledger.projections.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit trail are wanted; what is {@code null} does not matter.
 *
 * @param stream such as {@code incident/ID}
 * @param actor such as {@code staff/anna}
 * @param type the stable name of an event, or its beginning with a dot at the end, such as {@code incident.}
 * @param recordedFrom the first instant of recording
 * @param recordedUntil the first instant of recording that is not wanted any more
 * @param text to be found in the summary, the reason or a value, in whatever case
 */
public record AuditQuery(
        @Nullable String stream,
        @Nullable String actor,
        @Nullable String type,
        @Nullable Instant recordedFrom,
        @Nullable Instant recordedUntil,
        @Nullable String text)
        implements Predicate<AuditLine> {
    /** Every line. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null);

    /** The lines of one stream. */
    public static AuditQuery ofStream(String stream) {
        return new AuditQuery(stream, null, null, null, null, null);
    }

    @Override
    public boolean test(AuditLine line) {
        return (stream == null || stream.equals(line.stream()))
                && (actor == null || actor.equals(line.actor()))
                && (type == null
                        || type.equals(line.type())
                        || (type.endsWith(".") && line.type().startsWith(type)))
                && (recordedFrom == null || !line.recordedAt().isBefore(recordedFrom))
                && (recordedUntil == null || line.recordedAt().isBefore(recordedUntil))
                && (text == null || mentions(line, text.toLowerCase(Locale.ROOT)));
    }

    private static boolean mentions(AuditLine line, String text) {
        return contains(line.summary(), text)
                || contains(line.reason(), text)
                || line.changes().stream()
                        .anyMatch(change -> contains(change.from(), text) || contains(change.to(), text));
    }

    private static boolean contains(@Nullable String value, String text) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(text);
    }
}
