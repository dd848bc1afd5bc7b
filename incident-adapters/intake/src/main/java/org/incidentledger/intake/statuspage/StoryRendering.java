package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.projections.timeline.Milestones;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.StoryStatus;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.jspecify.annotations.Nullable;

/** A public story in the shape of the Statuspage API v2. */
record StoryRendering(String pageId, @Nullable String pageUrl, ComponentRendering components) {

    StatuspageIncident of(PublicStory story) {
        String id = SourcePage.idOf(story.external(), story.id());
        boolean maintenance = story.what() == StoryType.MAINTENANCE;
        Milestones milestones = story.milestones();
        Window window = story.window();
        List<StatuspageUpdate> updates = PublicTimeline.updatesNewestFirst(story).stream()
                .map(update -> update(id, story, update))
                .toList();
        return new StatuspageIncident(
                id,
                story.title(),
                status(story),
                milestones.reportedAt(),
                updatedAt(story, updates),
                milestones.monitoringAt(),
                milestones.endedAt(),
                maintenance ? SnakeWords.of(Impact.MAINTENANCE) : SnakeWords.of(impact(story)),
                shortlink(story, id),
                maintenance || milestones.startedAt() == null ? milestones.reportedAt() : milestones.startedAt(),
                pageId,
                updates,
                components.of(story),
                window == null ? null : window.from(),
                window == null ? null : window.until());
    }

    private static Severity impact(PublicStory story) {
        return Objects.requireNonNullElse(story.impact(), Severity.NONE);
    }

    private static String status(PublicStory story) {
        StoryStatus status = story.status();
        return status == null ? (story.open() ? "investigating" : "resolved") : word(status);
    }

    /** The format has no word for work that was called off: what it has for work that is over. */
    private static String word(StoryStatus status) {
        return SnakeWords.of(status == StoryStatus.CANCELLED ? StoryStatus.COMPLETED : status);
    }

    private @Nullable String shortlink(PublicStory story, String id) {
        if (story.external() != null) {
            return story.external().url();
        }
        return pageUrl == null ? null : pageUrl + "/incidents/" + id;
    }

    private static Instant updatedAt(PublicStory story, List<StatuspageUpdate> updates) {
        Instant ended = story.milestones().endedAt();
        return Stream.of(
                        Stream.of(story.milestones().reportedAt()),
                        Stream.ofNullable(ended),
                        updates.stream().map(StatuspageUpdate::updatedAt),
                        story.earlierTitles().stream()
                                .map(change -> change.corrected().occurredAt()))
                .flatMap(instants -> instants)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private StatuspageUpdate update(String incidentId, PublicStory story, StoryUpdate update) {
        return new StatuspageUpdate(
                SourcePage.idOf(update.external(), update.id()),
                word(update.status()),
                body(update),
                incidentId,
                update.posted().occurredAt(),
                update.changedAt(),
                update.displayedAt(),
                effects(story, update),
                true,
                null,
                null);
    }

    private static String body(StoryUpdate update) {
        return update.retraction() == null
                ? update.text()
                : "[retracted: %s]".formatted(update.retraction().reason());
    }

    /** What an update tells of components; an incident without impact that only names them tells nothing of them. */
    private @Nullable List<StatuspageEffect> effects(PublicStory story, StoryUpdate update) {
        boolean harmless = story.impact() == Severity.NONE
                && update.components().stream()
                        .allMatch(step ->
                                step.from() == ComponentStatus.OPERATIONAL && step.to() == ComponentStatus.OPERATIONAL);
        if (update.components().isEmpty() || harmless) {
            return null;
        }
        return update.components().stream()
                .map(step -> new StatuspageEffect(
                        components.id(step.component()),
                        components.name(step.component()),
                        SnakeWords.of(step.from()),
                        SnakeWords.of(step.to())))
                .toList();
    }
}
