package org.incidentledger.web.page;

import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.web.site.PublicSite;

/** A story for those who read it elsewhere than on its page. */
public final class StoryText {
    private StoryText() {}

    /** Where its page is, below the root of the site. */
    public static String path(PublicStory story) {
        return new PagePath.Story(story.what(), story.id()).path();
    }

    /** Its updates, newest first, as HTML that is safe anywhere. */
    public static String html(PublicStory story, PublicSite site) {
        return SitePages.render(
                "storytext",
                new Body(
                        PublicTimeline.updatesNewestFirst(story).stream()
                                .map(update -> UpdateView.of(update, site))
                                .toList(),
                        story));
    }

    /** What the template needs. */
    record Body(java.util.List<UpdateView> updates, PublicStory story) {}
}
