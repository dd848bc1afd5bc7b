package org.incidentledger.web.feed;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.intake.statuspage.StatuspageApi;
import org.incidentledger.intake.statuspage.StatuspageIncident;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.web.site.PublicSite;
import org.incidentledger.web.site.StoryLine;

/**
 * The stories that changed after a position of the ledger.
 *
 * @param cursor to be given as {@code after} the next time
 * @param more whether there are further ones right now
 */
@JsonNaming(SnakeCaseStrategy.class)
record Changes(long cursor, boolean more, List<Change> changes) {
    private static final int MAX = 100;

    /** One story as it is now. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Change(long position, String type, StatuspageIncident story) {}

    static String json(StatuspageApi api, long after, PublicSite site) {
        List<StoryLine> lines = site.changedAfter(after).limit(MAX + 1L).toList();
        List<Change> changes = lines.stream()
                .limit(MAX)
                .flatMap(line -> site.story(line.stream()).stream())
                .map(story -> change(story, api))
                .toList();
        boolean more = lines.size() > MAX;
        long cursor = more
                ? lines.get(MAX - 1).lastPosition()
                : changes.stream().mapToLong(Change::position).reduce(after, Math::max);
        return StatuspageApi.json(new Changes(cursor, more, changes));
    }

    private static Change change(PublicStory story, StatuspageApi api) {
        return new Change(story.lastPosition(), Words.of(story.what()), api.story(story));
    }
}
