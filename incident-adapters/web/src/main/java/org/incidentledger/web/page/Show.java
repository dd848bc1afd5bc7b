package org.incidentledger.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.timeline.StoryStatus;

/** How values read on a page. */
final class Show {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final long MILLIONTHS_OF_HUNDREDTH_PERCENT = 100;

    private Show() {}

    static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    /** To the second, for those who hover. */
    static String exact(Instant instant) {
        return EXACT.format(instant);
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** The two largest units: {@code 1 day 4 h}, {@code 26 min}, {@code less than a minute}. */
    static String duration(Duration duration) {
        Duration length = duration.abs();
        long days = length.toDays();
        int hours = length.toHoursPart();
        int minutes = length.toMinutesPart();
        if (days > 0) {
            return (days == 1 ? "1 day" : days + " days") + (hours > 0 ? " " + hours + " h" : "");
        }
        if (hours > 0) {
            return hours + " h" + (minutes > 0 ? " " + minutes + " min" : "");
        }
        return minutes > 0 ? minutes + " min" : "less than a minute";
    }

    /** Two digits, rounded down: what was out for a moment never reads as 100%. */
    static String percent(long millionths) {
        long hundredths = millionths / MILLIONTHS_OF_HUNDREDTH_PERCENT;
        return hundredths == 10_000 ? "100%" : "%d.%02d%%".formatted(hundredths / 100, hundredths % 100);
    }

    /** A constant as a sentence begins: {@code PARTIAL_OUTAGE} is {@code Partial outage}. */
    static String words(Enum<?> constant) {
        String spaced = Words.of(constant).replace('-', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** The tone of a status: a class of the style sheet and the name of its sign. */
    static String tone(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> "ok";
            case UNDER_MAINTENANCE -> "maintenance";
            case DEGRADED_PERFORMANCE -> "degraded";
            case PARTIAL_OUTAGE -> "partial";
            case MAJOR_OUTAGE -> "major";
        };
    }

    static String tone(Severity severity) {
        return switch (severity) {
            case NONE -> "quiet";
            case MINOR -> "degraded";
            case MAJOR -> "partial";
            case CRITICAL -> "major";
        };
    }

    static String tone(StoryStatus status) {
        return switch (status) {
            case RESOLVED, COMPLETED, POSTMORTEM -> "ok";
            case SCHEDULED, IN_PROGRESS, VERIFYING -> "maintenance";
            case CANCELLED -> "quiet";
            case MONITORING -> "watch";
            case IDENTIFIED -> "degraded";
            case INVESTIGATING -> "partial";
        };
    }
}
