package org.incidentledger.core.encoding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/** The one spelling of values that have many; every method throws {@link InvalidValueException} where there is none. */
final class Canonical {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final int FOUR_DIGITS_MAX = 9999;

    private Canonical() {}

    /** RFC 3339 in UTC with six digits of a second; what is finer is cut off. */
    static String instant(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new InvalidValueException(
                    "the instant %s cannot be recorded; use the years 0000 to 9999".formatted(instant));
        }
        return Timestamp.format(instant);
    }

    static Instant instant(String text) {
        return Timestamp.parse(text);
    }

    static String date(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > FOUR_DIGITS_MAX) {
            throw new InvalidValueException(
                    "the date %s cannot be recorded; use the years 0000 to 9999".formatted(date));
        }
        return date.toString();
    }

    static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    static UUID uuid(String text) {
        return UUID.fromString(text);
    }

    /** The text itself, which must be fit for UTF-8. */
    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    throw new InvalidValueException("'%s' contains half of a surrogate pair; use valid Unicode text"
                            .formatted(Quoted.shorten(text)));
                }
                i++;
            }
        }
        return text;
    }
}
