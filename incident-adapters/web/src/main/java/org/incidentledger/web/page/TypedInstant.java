package org.incidentledger.web.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/** An instant as people type it: a day, a day and a time, or RFC 3339. What says no offset is UTC, as the form tells. */
public final class TypedInstant {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private TypedInstant() {}

    /** @throws InvalidValueException when it is none */
    public static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', 'T'), FORMAT).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidValueException(
                    "'%s' is no instant; write it like 2026-05-01, 2026-05-01 10:00 or 2026-05-01T10:00:00Z"
                            .formatted(Quoted.shorten(text)));
        }
    }
}
