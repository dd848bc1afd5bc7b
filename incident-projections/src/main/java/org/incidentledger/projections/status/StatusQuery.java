package org.incidentledger.projections.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.status.StatusReport.ComponentReport;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.StoryStatus;
import org.incidentledger.projections.timeline.StoryType;

/**
 * Joins the views that a status page is made of. Only what the public knows counts: an incident affects a component on the page
 * once an update was posted, and then for all the time since it began. Drills, rejected reports and merged incidents never do.
 */
public record StatusQuery(
        Documents<Page> page,
        Documents<ComponentHistory> components,
        Documents<ImpactHistory> impacts,
        Documents<PublicStory> stories) {
    /** The most days that a report can look back. */
    public static final int MAX_DAYS = 3_660;

    private static final Comparator<ComponentHistory> ON_PAGE = Comparator.comparingInt(
                    (ComponentHistory component) -> component.description().order())
            .thenComparing(component -> component.description().name())
            .thenComparing(ComponentHistory::id);
    private static final Comparator<PublicStory> NEXT_FIRST =
            Comparator.comparing(StatusQuery::begins).thenComparingLong(PublicStory::firstPosition);

    /**
     * What the page says at an instant.
     *
     * @param days how many UTC days to look back, the day of the instant included; 0 for none
     * @throws InvalidValueException unless 0 to 3,660 days are asked for
     */
    public StatusReport at(Instant instant, int days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new InvalidValueException("%,d days of uptime are asked for; use 0 to %,d".formatted(days, MAX_DAYS));
        }
        Map<String, List<Interval>> intervals = intervals();
        return at(
                instant,
                component -> report(component, intervals.getOrDefault(component.id(), List.of()), instant, days));
    }

    /**
     * What one component is reported to be at an instant, by what affected it; maintenance that is planned for it is left out.
     *
     * @param days as for {@link #at(Instant, int)}
     */
    public static ComponentReport report(
            ComponentHistory component, List<Interval> intervals, Instant instant, int days) {
        return new ComponentStatusAt(component, intervals, instant).report(days);
    }

    /**
     * The same as {@link #at(Instant, int)} for somebody who knows how components fare: the view of impacts is not read.
     *
     * @param known what {@link #report} says of a component at the instant
     */
    public StatusReport at(Instant instant, Function<ComponentHistory, ComponentReport> known) {
        List<PublicStory> open = open();
        List<PublicStory> upcoming = select(open, StatusQuery::upcoming, NEXT_FIRST);
        List<ComponentReport> reports = onPage().stream()
                .map(component -> known.apply(component).withPlanned(planned(component, upcoming)))
                .toList();
        return new StatusReport(
                instant,
                page.get(PageProjection.KEY).orElse(null),
                reports.stream()
                        .map(ComponentReport::status)
                        .max(Comparator.naturalOrder())
                        .orElse(ComponentStatus.OPERATIONAL),
                reports,
                select(open, story -> story.what() == StoryType.INCIDENT, PublicTimeline.NEWEST_FIRST),
                select(open, StatusQuery::running, PublicTimeline.NEWEST_FIRST),
                upcoming);
    }

    /** When which component was affected by anything that the public knows of, by component. */
    public Map<String, List<Interval>> intervals() {
        try (Stream<ImpactHistory> all = impacts.all()) {
            return all.filter(ImpactHistory::shown)
                    .flatMap(impact -> impact.intervals().stream())
                    .collect(Collectors.groupingBy(Interval::component));
        }
    }

    private List<PublicStory> open() {
        try (Stream<PublicStory> all = stories.all()) {
            return all.filter(story -> story.shown() && story.open()).toList();
        }
    }

    private List<ComponentHistory> onPage() {
        try (Stream<ComponentHistory> all = components.all()) {
            return all.filter(component -> component.retired() == null)
                    .sorted(ON_PAGE)
                    .toList();
        }
    }

    private static List<String> planned(ComponentHistory component, List<PublicStory> upcoming) {
        return upcoming.stream()
                .filter(story -> story.components().stream()
                        .anyMatch(affected -> affected.component().equals(component.id())))
                .map(PublicStory::stream)
                .toList();
    }

    private static boolean running(PublicStory story) {
        return story.status() == StoryStatus.IN_PROGRESS || story.status() == StoryStatus.VERIFYING;
    }

    private static boolean upcoming(PublicStory story) {
        return story.status() == StoryStatus.SCHEDULED;
    }

    private static Instant begins(PublicStory story) {
        Window window = story.window();
        return window == null ? story.milestones().reportedAt() : window.from();
    }

    private static List<PublicStory> select(
            List<PublicStory> stories, Predicate<PublicStory> wanted, Comparator<PublicStory> order) {
        return stories.stream().filter(wanted).sorted(order).toList();
    }
}
