package org.incidentledger.projections.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.incidentledger.projections.postmortem.PostMortemHistory;
import org.incidentledger.projections.replay.Documents;

/**
 * The timeline as the public reads it: only stories that are shown, newest first.
 *
 * @param postMortems gives the texts of the revisions that a story names as published
 */
public record PublicTimeline(Documents<PublicStory> stories, Documents<PostMortemHistory> postMortems) {
    /** By the instant at which they began (or were reported, when that was not said), then by position; latest first. */
    public static final Comparator<PublicStory> NEWEST_FIRST = Comparator.comparing(PublicTimeline::began)
            .thenComparingLong(PublicStory::firstPosition)
            .reversed();

    /** By the instant that the page shows, then by position; latest first. */
    public static final Comparator<StoryUpdate> UPDATES_NEWEST_FIRST = Comparator.comparing(StoryUpdate::displayedAt)
            .thenComparingLong((StoryUpdate update) -> update.posted().position())
            .reversed();

    /** Every story that the public may see, newest first. */
    public List<PublicStory> newestFirst() {
        try (Stream<PublicStory> all = stories.all()) {
            return all.filter(PublicStory::shown).sorted(NEWEST_FIRST).toList();
        }
    }

    /** The story of a stream, if there is one that the public may see. */
    public Optional<PublicStory> of(String stream) {
        return stories.get(stream).filter(PublicStory::shown);
    }

    /** The post-mortems of a story that were published, in the order of the ledger; never a text that was not. */
    public List<PublishedPostMortem> postMortems(PublicStory story) {
        if (!story.shown() || story.postMortems().isEmpty()) {
            return List.of();
        }
        return postMortems.get(story.stream()).stream()
                .flatMap(history -> story.postMortems().stream().flatMap(published -> text(history, published)))
                .toList();
    }

    /** The updates of a story, newest first, with those that were taken back. */
    public static List<StoryUpdate> updatesNewestFirst(PublicStory story) {
        return story.updates().stream().sorted(UPDATES_NEWEST_FIRST).toList();
    }

    private static Instant began(PublicStory story) {
        Instant started = story.milestones().startedAt();
        return started == null ? story.milestones().reportedAt() : started;
    }

    private static Stream<PublishedPostMortem> text(PostMortemHistory history, PublishedRevision published) {
        return history.revisions().stream()
                .filter(revision -> revision.revision() == published.revision())
                .map(revision -> new PublishedPostMortem(
                        revision.revision(), revision.title(), revision.body(), published.published()));
    }
}
