package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.embedded.Views;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.ComponentProjection;
import org.incidentledger.projections.status.Page;
import org.incidentledger.projections.status.PageProjection;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;

/**
 * Gives the public history as a Statuspage API v2 document, live or as of any moment. What came from a page goes back under the
 * ids that it had there; what began here goes under its own.
 *
 * <p>Only what is public is in it: no drill, nothing internal. A text is the latest one; of an update that was taken back the
 * text is {@code [retracted: REASON]}, since the format has no word for it, and leaving it out would hide that it was there.
 *
 * <p>Not given back, because the ledger does not keep it: when an update was edited before it was first seen, whether it was
 * sent to subscribers, and of a component the group and when its status last changed.
 */
public final class StatuspageExport {
    private static final Comparator<PublicStory> NEWEST_FIRST = Comparator.comparing(
                    (PublicStory story) -> story.milestones().reportedAt())
            .thenComparingLong(PublicStory::firstPosition)
            .reversed();

    private StatuspageExport() {}

    /** The document of everything that is public in the views. */
    public static StatuspageDocument of(Views views) {
        @Nullable
        Page page = views.of(new PageProjection()).get(PageProjection.KEY).orElse(null);
        List<PublicStory> stories = stories(views);
        StatuspageApi api;
        try (Stream<ComponentHistory> all = views.of(new ComponentProjection()).all()) {
            api = new StatuspageApi(page, null, all.toList(), stories);
        }
        List<StatuspageIncident> incidents = rendered(stories, StoryType.INCIDENT, api);
        List<StatuspageIncident> maintenances = rendered(stories, StoryType.MAINTENANCE, api);
        StatuspagePage described = api.page(lastChange(Stream.concat(incidents.stream(), maintenances.stream())));
        return new StatuspageDocument(described, List.of(), incidents, maintenances);
    }

    private static List<PublicStory> stories(Views views) {
        try (Stream<PublicStory> all = views.of(new TimelineProjection()).all()) {
            return all.filter(PublicStory::shown).sorted(NEWEST_FIRST).toList();
        }
    }

    private static List<StatuspageIncident> rendered(List<PublicStory> stories, StoryType what, StatuspageApi api) {
        return stories.stream()
                .filter(story -> story.what() == what)
                .map(api::story)
                .toList();
    }

    private static @Nullable Instant lastChange(Stream<StatuspageIncident> incidents) {
        return incidents
                .map(StatuspageIncident::updatedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
