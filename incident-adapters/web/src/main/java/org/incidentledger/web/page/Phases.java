package org.incidentledger.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.incidentledger.web.site.StoryLine;
import org.jspecify.annotations.Nullable;

/** The phases of an incident as a picture: what the public was told, for how long, from the start to the end. */
record Phases(List<Segment> segments) {
    private static final int WIDTH = 1_000;

    /** The least that can be seen. */
    private static final int MIN_WIDTH = 8;

    /** One phase. */
    record Segment(int x, int width, String tone, String label, String length, Instant from) {}

    /** The phases, when it is over and the instants follow each other. */
    static @Nullable Phases of(PublicStory story) {
        Instant end = story.milestones().endedAt();
        if (story.what() != StoryType.INCIDENT || end == null) {
            return null;
        }
        List<Stretch> stretches = stretches(story, end);
        long total = stretches.stream().mapToLong(Stretch::seconds).sum();
        if (total <= 0) {
            return null;
        }
        List<Segment> segments = new ArrayList<>();
        int x = 0;
        int free = WIDTH - MIN_WIDTH * stretches.size();
        for (Stretch stretch : stretches) {
            int width = MIN_WIDTH + (int) (free * stretch.seconds() / total);
            segments.add(new Segment(
                    x,
                    width,
                    stretch.tone(),
                    stretch.label(),
                    Show.duration(Duration.ofSeconds(stretch.seconds())),
                    stretch.from()));
            x += width;
        }
        return new Phases(List.copyOf(segments));
    }

    private record Stretch(Instant from, Instant until, String tone, String label) {
        long seconds() {
            return Duration.between(from, until).toSeconds();
        }
    }

    private static List<Stretch> stretches(PublicStory story, Instant end) {
        List<StoryUpdate> updates = PublicTimeline.updatesNewestFirst(story).reversed().stream()
                .filter(StoryUpdate::standing)
                .toList();
        List<Stretch> found = new ArrayList<>();
        Instant from = StoryLine.beginning(story);
        Badge badge = new Badge("quiet", "Before the first notice");
        for (StoryUpdate update : updates) {
            Badge next = Badge.of(update.status());
            if (!next.equals(badge)) {
                add(found, from, earlier(update.displayedAt(), end), badge);
                from = update.displayedAt();
                badge = next;
            }
        }
        add(found, from, end, badge);
        return found;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void add(List<Stretch> found, Instant from, Instant until, Badge badge) {
        if (from.isBefore(until)) {
            found.add(new Stretch(from, until, badge.tone(), badge.label()));
        }
    }
}
