package org.incidentledger.projections.status;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.incidentledger.core.catalog.ComponentStatus;
import org.jspecify.annotations.Nullable;

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
        Map<ComponentStatus, Duration> spent = new EnumMap<>(ComponentStatus.class);
        NavigableMap<ComponentStatus, Integer> going = new TreeMap<>();
        Instant from = start;
        for (Edge edge : edges(start, end, intervals)) {
            if (edge.at().isAfter(from)) {
                spend(spent, going, Duration.between(from, edge.at()));
                from = edge.at();
            }
            going.merge(edge.status(), edge.change(), Uptime::sum);
        }
        spend(spent, going, Duration.between(from, end));
        return new Uptime(Duration.between(start, end), spent);
    }

    /** Where an interval begins (one more of its status goes on) or ends (one less). */
    private record Edge(Instant at, ComponentStatus status, int change) {}

    /** The edges of what touches the stretch, in order; those before its start are at its start, those after its end are left out. */
    private static List<Edge> edges(Instant start, Instant end, List<Interval> intervals) {
        List<Edge> edges = new ArrayList<>();
        for (Interval interval : intervals) {
            Instant until = interval.until();
            if (interval.touches(start, end) && (until == null || until.isAfter(interval.from()))) {
                edges.add(new Edge(interval.from().isBefore(start) ? start : interval.from(), interval.status(), 1));
                if (until != null && until.isBefore(end)) {
                    edges.add(new Edge(until, interval.status(), -1));
                }
            }
        }
        edges.sort(Comparator.comparing(Edge::at));
        return edges;
    }

    /** How many go on; nothing when none does any more. */
    private static @Nullable Integer sum(Integer one, Integer other) {
        return one + other == 0 ? null : one + other;
    }

    /** Adds time to the worst status that goes on; operational is not counted. */
    private static void spend(
            Map<ComponentStatus, Duration> spent, NavigableMap<ComponentStatus, Integer> going, Duration time) {
        if (!going.isEmpty() && going.lastKey() != ComponentStatus.OPERATIONAL && !time.isZero()) {
            spent.merge(going.lastKey(), time, Duration::plus);
        }
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

    private BigInteger nanos(ComponentStatus status) {
        return nanos(spent.getOrDefault(status, Duration.ZERO));
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(duration.getNano()));
    }
}
