package org.incidentledger.core.encoding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Instants as {@code 2026-11-22T03:00:01.000002Z}, always 27 characters. Every entry has two, and a command line reads
 * thousands of entries before anything is compiled: the formatter of the JDK took a third of that time.
 */
final class Timestamp {
    private static final String FORM = "0000-00-00T00:00:00.000000Z";
    private static final int NANOS_PER_MICRO = 1_000;

    private Timestamp() {}

    /** What is finer than a microsecond is cut off; the year must have four digits. */
    static String format(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        char[] text = FORM.toCharArray();
        put(text, 0, 4, time.getYear());
        put(text, 5, 7, time.getMonthValue());
        put(text, 8, 10, time.getDayOfMonth());
        put(text, 11, 13, time.getHour());
        put(text, 14, 16, time.getMinute());
        put(text, 17, 19, time.getSecond());
        put(text, 20, 26, time.getNano() / NANOS_PER_MICRO);
        return new String(text);
    }

    /** @throws DateTimeException unless the text has exactly this form and names an instant */
    static Instant parse(String text) {
        requireForm(text);
        try {
            return read(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new DateTimeException("'%s' is no instant: %s".formatted(text, e.getMessage()), e);
        }
    }

    private static LocalDateTime read(String text) {
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                number(text, 20, 26) * NANOS_PER_MICRO);
    }

    private static void requireForm(String text) {
        boolean sound = text.length() == FORM.length();
        for (int i = 0; sound && i < FORM.length(); i++) {
            char expected = FORM.charAt(i);
            char found = text.charAt(i);
            sound = expected == '0' ? found >= '0' && found <= '9' : found == expected;
        }
        if (!sound) {
            throw new DateTimeException(
                    "'%s' is no instant of the form 2026-11-22T03:00:01.000002Z".formatted(Shown.of(text)));
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static void put(char[] text, int from, int to, int number) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
