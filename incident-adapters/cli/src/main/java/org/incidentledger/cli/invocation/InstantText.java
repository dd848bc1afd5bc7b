package org.incidentledger.cli.invocation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * How instants are read and printed.
 *
 * @param zone of local times that are read, and in which instants are printed; {@link ZoneOffset#UTC} unless chosen
 * @param chosen whether the zone was chosen; without one, a local time is not accepted
 */
public record InstantText(ZoneId zone, boolean chosen) {
    /** Prints UTC and accepts no local times. */
    public static final InstantText UTC = new InstantText(ZoneOffset.UTC, false);

    /** @throws Failure when there is no such zone, naming it */
    public static InstantText of(String zone) {
        try {
            return new InstantText(ZoneId.of(zone), true);
        } catch (DateTimeException e) {
            throw Failure.badInput(
                    "there is no time zone '%s'; use a name such as Europe/Berlin or UTC"
                            .formatted(Quoted.shorten(zone)),
                    e);
        }
    }

    /**
     * Reads RFC 3339 with {@code Z} or an offset; a local time with its zone in brackets; or, when a zone was chosen, a local
     * time there.
     *
     * @param option whose value it is, for the message
     * @throws Failure when it is none of these, or a local time that the zone skipped or had twice
     */
    public Instant parse(String option, String text) {
        try {
            if (text.endsWith("]") && text.contains("[")) {
                return zoned(option, text);
            }
            if (text.matches(".*([zZ]|[+-]\\d\\d:\\d\\d)")) {
                return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            }
            return local(option, text, chosen ? zone : null);
        } catch (DateTimeException e) {
            throw Failure.badInput(
                    "%s '%s' is no instant; use RFC 3339 such as 2026-05-01T10:00:00Z or 2026-05-01T12:00:00+02:00"
                            .formatted(option, Quoted.shorten(text)),
                    e);
        }
    }

    private Instant zoned(String option, String text) {
        int bracket = text.indexOf('[');
        return local(option, text.substring(0, bracket), of(text.substring(bracket + 1, text.length() - 1)).zone);
    }

    private static Instant local(String option, String text, @org.jspecify.annotations.Nullable ZoneId there) {
        LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
        if (there == null) {
            throw Failure.badInput("%s '%s' says no time zone; end it with Z or an offset, or add --time-zone"
                    .formatted(option, Quoted.shorten(text)));
        }
        List<ZoneOffset> offsets = there.getRules().getValidOffsets(time);
        if (offsets.size() != 1) {
            throw Failure.badInput("%s '%s' %s in %s, where clocks were changed; write it with an offset"
                    .formatted(option, Quoted.shorten(text), offsets.isEmpty() ? "never was" : "was twice", there));
        }
        return time.toInstant(offsets.getFirst());
    }

    /** The instant to the second, for people. */
    public String print(Instant instant) {
        ZonedDateTime there = instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there);
    }
}
