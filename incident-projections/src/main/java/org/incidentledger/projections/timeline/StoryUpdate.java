package org.incidentledger.projections.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.projections.replay.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * One public update with everything that was ever public of it.
 *
 * @param text the text now; of a retracted update the last one
 * @param displayAt the instant that the page shows for it, when that is not the one at which it occurred
 * @param components the effect on components that it told of
 * @param corrections in the order of the ledger
 * @param retraction present when it was taken back
 */
public record StoryUpdate(
        String id,
        StoryStatus status,
        String text,
        @Nullable Instant displayAt,
        Stamp posted,
        @Nullable ExternalRef external,
        List<ComponentStep> components,
        List<TextChange> corrections,
        @Nullable Retraction retraction) {
    public StoryUpdate {
        components = List.copyOf(components);
        corrections = List.copyOf(corrections);
    }

    /** The instant that the page shows for it. */
    public Instant displayedAt() {
        return displayAt == null ? posted.occurredAt() : displayAt;
    }

    /** When something of it last became public: the update, a correction, or that it was taken back. */
    public Instant changedAt() {
        return Stream.of(
                        Stream.of(posted),
                        corrections.stream().map(TextChange::corrected),
                        Stream.ofNullable(retraction).map(Retraction::retracted))
                .flatMap(stamps -> stamps)
                .map(Stamp::occurredAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether it was not taken back. */
    public boolean standing() {
        return retraction == null;
    }

    StoryUpdate corrected(TextChange change) {
        List<TextChange> next = new ArrayList<>(corrections);
        next.add(change);
        return new StoryUpdate(id, status, change.to(), displayAt, posted, external, components, next, retraction);
    }

    StoryUpdate retracted(Retraction by) {
        return new StoryUpdate(id, status, text, displayAt, posted, external, components, corrections, by);
    }
}
