package org.incidentledger.web.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.projections.timeline.AffectedComponent;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.StoryStatus;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of one story. One is kept in memory for each story of the ledger, at about half a kilobyte.
 *
 * @param began when an incident began, or was reported when that was not said; when the work of a maintenance began, or is planned to
 * @param ended {@code null} while it goes on
 * @param hasPostMortem whether one was published
 * @param changedAt when the public was last told something of it, in the words of whoever told it
 * @param lastPosition of the last event that had a say in it
 */
public record StoryLine(
        String stream,
        StoryType what,
        String id,
        String title,
        @Nullable StoryStatus status,
        @Nullable Severity impact,
        Instant began,
        @Nullable Instant ended,
        boolean open,
        boolean hasPostMortem,
        Instant changedAt,
        long lastPosition,
        List<String> components) {
    public StoryLine {
        components = List.copyOf(components);
    }

    static StoryLine of(PublicStory story) {
        return new StoryLine(
                story.stream(),
                story.what(),
                story.id(),
                story.title(),
                story.status(),
                story.impact(),
                beginning(story),
                story.milestones().endedAt(),
                story.open(),
                !story.postMortems().isEmpty(),
                changedAt(story),
                story.lastPosition(),
                story.components().stream()
                        .map(AffectedComponent::component)
                        .map(String::intern)
                        .toList());
    }

    /** See {@link StoryLine#began}. */
    public static Instant beginning(PublicStory story) {
        Instant started = story.milestones().startedAt();
        Window window = story.window();
        if (started != null) {
            return started;
        }
        return window == null ? story.milestones().reportedAt() : window.from();
    }

    private static Instant changedAt(PublicStory story) {
        return Stream.of(
                        Stream.of(story.milestones().reportedAt()),
                        Stream.ofNullable(story.milestones().endedAt()),
                        story.updates().stream().map(StoryUpdate::changedAt),
                        story.earlierTitles().stream()
                                .map(change -> change.corrected().occurredAt()),
                        story.earlierWindows().stream()
                                .map(change -> change.moved().occurredAt()),
                        story.postMortems().stream()
                                .map(published -> published.published().occurredAt()))
                .flatMap(instants -> instants)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
