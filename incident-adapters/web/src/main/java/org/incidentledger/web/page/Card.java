package org.incidentledger.web.page;

import java.time.Instant;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.projections.timeline.AffectedComponent;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.incidentledger.web.site.PublicSite;
import org.incidentledger.web.site.StoryLine;
import org.jspecify.annotations.Nullable;

/** An open story with its latest word. */
record Card(
        String href,
        String title,
        Badge status,
        Badge impact,
        Instant began,
        @Nullable Window window,
        String components,
        @Nullable UpdateView latest) {
    static Card of(PublicStory story, PublicSite site, String root) {
        return new Card(
                root + new PagePath.Story(story.what(), story.id()).path(),
                story.title(),
                Badge.of(story.status()),
                story.what() == StoryType.MAINTENANCE
                        ? new Badge("maintenance", "Maintenance")
                        : Badge.impact(story.impact()),
                StoryLine.beginning(story),
                story.window(),
                Row.names(
                        story.components().stream()
                                .map(AffectedComponent::component)
                                .toList(),
                        site),
                PublicTimeline.updatesNewestFirst(story).stream()
                        .filter(StoryUpdate::standing)
                        .findFirst()
                        .map(update -> UpdateView.of(update, site))
                        .orElse(null));
    }
}
