package org.incidentledger.projections.status;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.incidentledger.core.catalog.ComponentStatus;

/**
 * How long a component had which status within a stretch of time, and the uptime that follows from it.
 *
 * <p>{@code uptime = 1 − (major outage + 0.3 × partial outage) ÷ observed}, in millionths, rounded down: an outage, however
 * short, never shows as a full 100 %. Degraded performance and maintenance do not count, as is the custom of status pages.
 * At each moment only the worst status counts. Nothing observed is an uptime of 100 %.
 *
 * @param observed the length of the stretch
 * @param spent how long each status lasted that is not operational
 */
record Uptime(Duration observed, Map<ComponentStatus, Duration> spent) {
    private static final long FULL = 1_000_000;
    private static final long WEIGHT_OF_MAJOR_TENTHS = 10;
    private static final long WEIGHT_OF_PARTIAL_TENTHS = 3;

    /** What the intervals of one component make of a stretch of time, the end excluded. */
    static Uptime during(Instant start, Instant end, List<Interval> intervals) {
        List<Interval> touching = intervals.stream()
                .filter(interval -> interval.touches(start, end))
                .toList();
        Map<ComponentStatus, Duration> spent = new EnumMap<>(ComponentStatus.class);
        Instant from = start;
        for (Instant until : moments(start, end, touching)) {
            ComponentStatus status = worst(touching, from);
            if (status != ComponentStatus.OPERATIONAL) {
                spent.merge(status, Duration.between(from, until), Duration::plus);
            }
            from = until;
        }
        return new Uptime(Duration.between(start, end), spent);
    }

    /** The worst status of several intervals at an instant. */
    static ComponentStatus worst(List<Interval> intervals, Instant instant) {
        ComponentStatus worst = ComponentStatus.OPERATIONAL;
        for (Interval interval : intervals) {
            if (interval.covers(instant) && interval.status().compareTo(worst) > 0) {
                worst = interval.status();
            }
        }
        return worst;
    }

    /** The first instant of a UTC day; a UTC day has 86,400 seconds at any time of the year. */
    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    long seconds(ComponentStatus status) {
        return spent.getOrDefault(status, Duration.ZERO).toSeconds();
    }

    long millionths() {
        if (observed.isZero()) {
            return FULL;
        }
        BigInteger lostTenths = nanos(ComponentStatus.MAJOR_OUTAGE)
                .multiply(BigInteger.valueOf(WEIGHT_OF_MAJOR_TENTHS))
                .add(nanos(ComponentStatus.PARTIAL_OUTAGE).multiply(BigInteger.valueOf(WEIGHT_OF_PARTIAL_TENTHS)));
        BigInteger wholeTenths = nanos(observed).multiply(BigInteger.TEN);
        return wholeTenths
                .subtract(lostTenths)
                .multiply(BigInteger.valueOf(FULL))
                .divide(wholeTenths)
                .longValueExact();
    }

    /** Every instant in the stretch at which the status may change, and its end, ascending. */
    private static TreeSet<Instant> moments(Instant start, Instant end, List<Interval> intervals) {
        TreeSet<Instant> moments = new TreeSet<>();
        for (Interval interval : intervals) {
            moments.add(interval.from());
            if (interval.until() != null) {
                moments.add(interval.until());
            }
        }
        moments.removeIf(moment -> !moment.isAfter(start) || !moment.isBefore(end));
        moments.add(end);
        return moments;
    }

    private BigInteger nanos(ComponentStatus status) {
        return nanos(spent.getOrDefault(status, Duration.ZERO));
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(duration.getNano()));
    }
}
