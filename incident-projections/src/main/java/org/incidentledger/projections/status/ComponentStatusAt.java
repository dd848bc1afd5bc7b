package org.incidentledger.projections.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.projections.status.StatusReport.ComponentReport;
import org.incidentledger.projections.status.StatusReport.DayUptime;
import org.jspecify.annotations.Nullable;

/** How one component fares at an instant, and fared on the days before. */
record ComponentStatusAt(ComponentHistory component, List<Interval> intervals, Instant instant) {
    ComponentReport report(int days) {
        return new ComponentReport(
                component.id(),
                component.description(),
                component.external(),
                Uptime.worst(intervals, instant),
                intervals.stream().filter(interval -> interval.covers(instant)).toList(),
                List.of(),
                firstDay(days).datesUntil(today().plusDays(1)).map(this::day).toList(),
                overall(days));
    }

    private @Nullable Long overall(int days) {
        Instant start = Uptime.startOf(firstDay(days));
        return start.isBefore(instant)
                ? Uptime.during(start, instant, intervals).millionths()
                : null;
    }

    private DayUptime day(LocalDate day) {
        Instant start = Uptime.startOf(day);
        Instant midnight = Uptime.startOf(day.plusDays(1));
        Instant end = midnight.isAfter(instant) ? instant : midnight;
        List<Interval> touching = intervals.stream()
                .filter(interval -> interval.touches(start, end))
                .toList();
        Uptime uptime = Uptime.during(start, end, touching);
        return new DayUptime(
                day,
                uptime.observed().toSeconds(),
                uptime.seconds(ComponentStatus.UNDER_MAINTENANCE),
                uptime.seconds(ComponentStatus.DEGRADED_PERFORMANCE),
                uptime.seconds(ComponentStatus.PARTIAL_OUTAGE),
                uptime.seconds(ComponentStatus.MAJOR_OUTAGE),
                uptime.millionths(),
                touching.stream().map(Interval::stream).distinct().sorted().toList());
    }

    /** The day after today when no day is asked for or known. */
    private LocalDate firstDay(int days) {
        LocalDate asked = today().minusDays(days - 1L);
        LocalDate known = firstKnownDay();
        LocalDate first = known.isAfter(asked) ? known : asked;
        return first.isAfter(today()) ? today().plusDays(1) : first;
    }

    private LocalDate firstKnownDay() {
        Instant first = component.added().occurredAt();
        for (Interval interval : intervals) {
            first = interval.from().isBefore(first) ? interval.from() : first;
        }
        return LocalDate.ofInstant(first, ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
