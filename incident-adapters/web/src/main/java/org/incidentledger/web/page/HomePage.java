package org.incidentledger.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.projections.status.StatusReport;
import org.incidentledger.projections.status.StatusReport.ComponentReport;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/** The home page. */
record HomePage(
        Frame frame,
        Badge overall,
        Instant at,
        List<Card> open,
        List<Card> running,
        List<Card> upcoming,
        List<Group> groups,
        List<Row> recent,
        boolean recentIsAll) {
    private static final int RECENT = 8;
    private static final Duration RECENTLY = Duration.ofDays(30);

    /** Components under one heading. */
    record Group(@Nullable String name, List<ComponentRow> components) {}

    /** One component with its days. */
    record ComponentRow(
            String href, String name, @Nullable String description, Badge status, Bars bars, String uptime) {
        static ComponentRow of(ComponentReport report, String root) {
            Long uptime = report.uptimeMillionths();
            return new ComponentRow(
                    root + new PagePath.Component(report.id()).path(),
                    report.description().name(),
                    report.description().description(),
                    Badge.of(report.status()),
                    Bars.of(report.days()),
                    uptime == null ? "" : Show.percent(uptime) + " uptime");
        }
    }

    static HomePage of(PublicSite site, SiteFacts facts) {
        PagePath path = new PagePath.Home();
        StatusReport report = site.report();
        Instant since = site.at().minus(RECENTLY);
        List<Row> recent = site.months()
                .newestFirst()
                .limit(RECENT)
                .filter(line -> !line.open())
                .map(line -> Row.of(line, site, path.root()))
                .toList();
        return new HomePage(
                Frame.of(path, facts.name() + " status", "status", facts),
                overall(report),
                site.at(),
                cards(report.openIncidents(), site, path.root()),
                cards(report.runningMaintenance(), site, path.root()),
                cards(report.upcomingMaintenance(), site, path.root()),
                groups(report, path.root()),
                recent,
                recent.stream().allMatch(row -> row.began().isAfter(since)));
    }

    private static List<Card> cards(List<PublicStory> stories, PublicSite site, String root) {
        return stories.stream().map(story -> Card.of(story, site, root)).toList();
    }

    private static Badge overall(StatusReport report) {
        if (report.overall() == ComponentStatus.OPERATIONAL
                && !report.openIncidents().isEmpty()) {
            return new Badge("watch", "An incident is being handled");
        }
        String headline = switch (report.overall()) {
            case OPERATIONAL -> "All systems operational";
            case UNDER_MAINTENANCE -> "Maintenance in progress";
            case DEGRADED_PERFORMANCE -> "Degraded performance";
            case PARTIAL_OUTAGE -> "Partial outage";
            case MAJOR_OUTAGE -> "Major outage";
        };
        return new Badge(Show.tone(report.overall()), headline);
    }

    private static List<Group> groups(StatusReport report, String root) {
        Map<String, List<ComponentRow>> byName = new LinkedHashMap<>();
        for (ComponentReport component : report.components()) {
            String group = component.description().group();
            byName.computeIfAbsent(group == null ? "" : group, any -> new ArrayList<>())
                    .add(ComponentRow.of(component, root));
        }
        return byName.entrySet().stream()
                .map(group ->
                        new Group(group.getKey().isEmpty() ? null : group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }
}
