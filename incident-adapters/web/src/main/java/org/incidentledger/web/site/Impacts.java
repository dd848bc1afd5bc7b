package org.incidentledger.web.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.ImpactHistory;
import org.incidentledger.projections.status.Interval;
import org.incidentledger.projections.status.StatusQuery;
import org.incidentledger.projections.status.StatusReport.ComponentReport;

/**
 * What affected components within the days that uptime looks back, and of each component what affected it first: since then it is known.
 * A component is reported on anew only when something that affects it changed, or the instant did. For use by one thread.
 */
final class Impacts {
    private final Instant since;
    private final Map<String, List<Interval>> byStream = new HashMap<>();
    /** By component, then by stream: in the order in which the view has them. */
    private final Map<String, TreeMap<String, List<Interval>>> byComponent = new HashMap<>();

    private final Map<String, Interval> earliest = new HashMap<>();
    private final Map<String, Known> reports = new HashMap<>();
    private boolean incomplete;

    /** The last report on a component. */
    private record Known(ComponentHistory component, Instant at, ComponentReport report) {}

    /** @param since what ended before is not kept */
    Impacts(Instant since) {
        this.since = since;
    }

    /** Takes in what a stream did to components, when nothing was said of it before. */
    void take(ImpactHistory impact) {
        List<Interval> intervals = impact.shown() ? impact.intervals() : List.of();
        keep(impact.stream(), recent(intervals));
        intervals.forEach(this::offer);
    }

    /** Takes in what a stream does to components instead of what it did. */
    void replace(String stream, List<Interval> intervals) {
        List<Interval> recent = recent(intervals);
        if (!recent.equals(byStream.getOrDefault(stream, List.of()))) {
            keep(stream, recent);
        }
        intervals.forEach(this::offer);
        incomplete |= earliest.values().stream()
                .anyMatch(first -> first.stream().equals(stream) && !intervals.contains(first));
    }

    /** Whether what affected a component first does so no more: what comes next may be something that was not kept. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** How a component fares, with {@link PublicSite#DAYS} days. */
    ComponentReport report(ComponentHistory component, Instant at) {
        Known known = reports.get(component.id());
        if (known == null || !known.at().equals(at) || !known.component().equals(component)) {
            ComponentReport report = StatusQuery.report(component, intervals(component.id()), at, PublicSite.DAYS);
            known = new Known(component, at, report);
            reports.put(component.id(), known);
        }
        return known.report();
    }

    private List<Interval> intervals(String component) {
        List<Interval> all = new ArrayList<>();
        byComponent.getOrDefault(component, new TreeMap<>()).values().forEach(all::addAll);
        Interval first = earliest.get(component);
        if (first != null && !first.touches(since, Instant.MAX)) {
            all.add(first);
        }
        return all;
    }

    private List<Interval> recent(List<Interval> intervals) {
        return intervals.stream()
                .filter(interval -> interval.touches(since, Instant.MAX))
                .toList();
    }

    private void keep(String stream, List<Interval> intervals) {
        List<Interval> before = intervals.isEmpty() ? byStream.remove(stream) : byStream.put(stream, intervals);
        Set<String> concerned = new HashSet<>();
        (before == null ? List.<Interval>of() : before).forEach(interval -> concerned.add(interval.component()));
        intervals.forEach(interval -> concerned.add(interval.component()));
        for (String component : concerned) {
            TreeMap<String, List<Interval>> streams = byComponent.computeIfAbsent(component, any -> new TreeMap<>());
            List<Interval> of = intervals.stream()
                    .filter(interval -> interval.component().equals(component))
                    .toList();
            if (of.isEmpty()) {
                streams.remove(stream);
            } else {
                streams.put(stream, of);
            }
            reports.remove(component);
        }
    }

    private void offer(Interval interval) {
        Interval known = earliest.get(interval.component());
        if (known == null || interval.from().isBefore(known.from())) {
            earliest.put(interval.component(), interval);
            reports.remove(interval.component());
        }
    }
}
