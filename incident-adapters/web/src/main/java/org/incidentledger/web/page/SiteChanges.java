package org.incidentledger.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.status.StatusReport.ComponentReport;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.incidentledger.web.site.PublicSite;
import org.incidentledger.web.site.StoryLine;

/** How the public site differs between two positions. */
record SiteChanges(List<Story> stories, List<String> components, boolean more) {
    private static final int SHOWN = 50;

    /** One story that differs. */
    record Story(String stream, String title, boolean appeared, List<TextDiff.Piece> pieces) {}

    static SiteChanges between(PublicSite before, PublicSite after) {
        List<StoryLine> changed =
                after.changedAfter(before.size() - 1).limit(SHOWN + 1L).toList();
        return new SiteChanges(
                changed.stream()
                        .limit(SHOWN)
                        .flatMap(line -> story(line.stream(), before, after).stream())
                        .toList(),
                components(before, after),
                changed.size() > SHOWN);
    }

    private static Optional<Story> story(String stream, PublicSite before, PublicSite after) {
        Optional<PublicStory> old = before.story(stream);
        return after.story(stream)
                .map(story -> new Story(
                        stream,
                        story.title(),
                        old.isEmpty(),
                        TextDiff.excerpts(
                                TextDiff.words(old.map(SiteChanges::told).orElse(""), told(story)))));
    }

    /** What the public is told, as text. */
    private static String told(PublicStory story) {
        StringBuilder text = new StringBuilder(story.title());
        text.append("\nStatus: ").append(story.status() == null ? "none" : Words.of(story.status()));
        if (story.window() != null) {
            text.append("\nPlanned: ")
                    .append(story.window().from())
                    .append(" to ")
                    .append(story.window().until());
        }
        if (story.dismissal() != null) {
            text.append("\nDismissed");
        }
        for (StoryUpdate update : PublicTimeline.updatesNewestFirst(story)) {
            text.append("\n\n").append(update.displayedAt()).append(' ').append(Words.of(update.status()));
            if (update.retraction() != null) {
                text.append(" [retracted: ")
                        .append(update.retraction().reason())
                        .append(']');
            }
            text.append('\n').append(update.text());
        }
        return text.append('\n').toString();
    }

    private static List<String> components(PublicSite before, PublicSite after) {
        List<String> changed = new ArrayList<>();
        for (ComponentReport now : after.report().components()) {
            String then = before.report().components().stream()
                    .filter(report -> report.id().equals(now.id()))
                    .findFirst()
                    .map(report -> Show.words(report.status()))
                    .orElse("not on the page");
            if (!then.equals(Show.words(now.status()))) {
                changed.add("%s: %s → %s".formatted(now.description().name(), then, Show.words(now.status())));
            }
        }
        return changed;
    }
}
