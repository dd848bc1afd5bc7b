package org.incidentledger.web.page;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.projections.timeline.Dismissal;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.projections.timeline.TitleChange;
import org.incidentledger.projections.timeline.WindowChange;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/** The whole public story of one incident or maintenance. */
record StoryPage(
        Frame frame,
        PublicStory story,
        boolean maintenance,
        Badge status,
        Badge impact,
        List<Fact> facts,
        List<Affected> components,
        @Nullable Phases phases,
        List<UpdateView> updates,
        List<TitleChange> titles,
        @Nullable Window window,
        List<WindowChange> windows,
        @Nullable PostMortemLink postMortem,
        @Nullable Merged merged) {
    /** A fact with its name. */
    record Fact(String name, String value, java.time.@Nullable Instant at) {}

    /** A component and the worst that was said of it. */
    record Affected(String href, String name, Badge worst) {}

    /** The post-mortem that was published last. */
    record PostMortemLink(String href, String title, int revision) {}

    /** What became of an incident that was none, or a duplicate. */
    record Merged(@Nullable String href, Dismissal dismissal) {}

    static StoryPage of(PagePath.Story path, PublicStory story, PublicSite site, SiteFacts facts) {
        boolean maintenance = story.what() == StoryType.MAINTENANCE;
        String root = path.root();
        return new StoryPage(
                Frame.of(path, story.title(), maintenance ? "maintenance" : "history", facts),
                story,
                maintenance,
                Badge.of(story.status()),
                maintenance ? new Badge("maintenance", "Maintenance") : Badge.impact(story.impact()),
                StoryFacts.of(story),
                story.components().stream()
                        .map(affected -> new Affected(
                                root + new PagePath.Component(affected.component()).path(),
                                site.componentName(affected.component()),
                                Badge.of(affected.worst())))
                        .toList(),
                Phases.of(story),
                PublicTimeline.updatesNewestFirst(story).stream()
                        .map(update -> UpdateView.of(update, site))
                        .toList(),
                story.earlierTitles().reversed(),
                story.window(),
                story.earlierWindows().reversed(),
                postMortem(story, site, root),
                merged(story, root));
    }

    private static @Nullable PostMortemLink postMortem(PublicStory story, PublicSite site, String root) {
        var published = new ArrayList<>(site.postMortems(story));
        if (published.isEmpty()) {
            return null;
        }
        var last = published.getLast();
        return new PostMortemLink(root + new PagePath.PostMortem(story.id()).path(), last.title(), last.revision());
    }

    private static @Nullable Merged merged(PublicStory story, String root) {
        Dismissal dismissal = story.dismissal();
        if (dismissal == null) {
            return null;
        }
        String into = dismissal.mergedInto();
        return new Merged(into == null ? null : root + new PagePath.Story(StoryType.INCIDENT, into).path(), dismissal);
    }
}
