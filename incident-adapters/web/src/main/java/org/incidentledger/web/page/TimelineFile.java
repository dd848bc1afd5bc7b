package org.incidentledger.web.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublishedPostMortem;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/** Stories in one file that needs nothing else: no script, no link, and it forbids both. They look as on the pages of the site. */
public final class TimelineFile {
    private static final Pattern TIME = Pattern.compile("(<time datetime=\"([^\"]+)\" title=\"[^\"]*\">)[^<]*</time>");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);

    private final String title;
    private final List<Told> stories;

    private TimelineFile(String title, List<Told> stories) {
        this.title = title;
        this.stories = stories;
    }

    /** A story with its post-mortem. */
    record Told(StoryPage story, @Nullable PostMortemPage postMortem) {}

    /**
     * The file.
     *
     * @param stories of the site, in this order
     * @param zone in which instants are shown; UTC stays behind each
     */
    public static String of(List<PublicStory> stories, PublicSite site, ZoneId zone) {
        SiteFacts facts = SiteFacts.of(site, SiteOptions.DEFAULT.asOneFile(), null);
        String html = SitePages.render(
                "timelinefile",
                new TimelineFile(
                        site.name() + ": incidents and maintenance",
                        stories.stream().map(story -> told(story, site, facts)).toList()));
        DateTimeFormatter there = INSTANT.withZone(zone);
        return TIME.matcher(html)
                .replaceAll(time -> time.group(1) + there.format(Instant.parse(time.group(2))) + "</time>");
    }

    private static Told told(PublicStory story, PublicSite site, SiteFacts facts) {
        List<PublishedPostMortem> published = story.what() == StoryType.INCIDENT ? site.postMortems(story) : List.of();
        return new Told(
                StoryPage.of(new PagePath.Story(story.what(), story.id()), story, site, facts),
                published.isEmpty()
                        ? null
                        : PostMortemPage.of(new PagePath.PostMortem(story.id()), story, published, facts));
    }

    String title() {
        return title;
    }

    List<Told> stories() {
        return stories;
    }

    /** The style sheet, in the file itself. */
    String css() {
        return Assets.CSS.text();
    }
}
