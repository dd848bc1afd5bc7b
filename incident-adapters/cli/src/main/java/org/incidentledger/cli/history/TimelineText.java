package org.incidentledger.cli.history;

import java.util.List;
import org.incidentledger.cli.invocation.InstantText;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.PublishedPostMortem;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.incidentledger.projections.timeline.TextChange;

/** The timeline as text for a terminal: stories newest first, the updates of each in the order in which they happened. */
final class TimelineText {
    private final InstantText times;
    private final StringBuilder text = new StringBuilder();

    private TimelineText(InstantText times) {
        this.times = times;
    }

    static String of(List<PublicStory> stories, PublicTimeline timeline, InstantText times) {
        TimelineText text = new TimelineText(times);
        stories.forEach(story -> text.story(story, timeline.postMortems(story)));
        return stories.isEmpty() ? "Nothing is public.\n" : text.text.toString();
    }

    private void story(PublicStory story, List<PublishedPostMortem> postMortems) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        line(story.title());
        line("%s %s: %s".formatted(Words.of(story.what()), story.id(), headline(story)));
        story.earlierTitles()
                .forEach(change -> line("  title until %s: %s (%s)"
                        .formatted(times.print(change.corrected().occurredAt()), change.from(), change.reason())));
        story.earlierWindows()
                .forEach(change -> line("  planned until %s: %s to %s (%s)"
                        .formatted(
                                times.print(change.moved().occurredAt()),
                                times.print(change.from().from()),
                                times.print(change.from().until()),
                                change.reason())));
        story.components()
                .forEach(component ->
                        line("  affects %s: %s".formatted(component.component(), Words.of(component.worst()))));
        PublicTimeline.updatesNewestFirst(story).reversed().forEach(this::update);
        postMortems.forEach(this::postMortem);
    }

    private String headline(PublicStory story) {
        StringBuilder line =
                new StringBuilder(story.status() == null ? "no standing update" : Words.of(story.status()));
        if (story.impact() != null) {
            line.append(", impact ").append(Words.of(story.impact()));
        }
        if (story.what() == StoryType.MAINTENANCE && story.window() != null) {
            line.append(", ")
                    .append(times.print(story.window().from()))
                    .append(" to ")
                    .append(times.print(story.window().until()));
        }
        if (story.dismissal() != null) {
            line.append(
                    story.dismissal().mergedInto() == null
                            ? ", was no incident"
                            : ", merged into " + story.dismissal().mergedInto());
        }
        return line.toString();
    }

    private void update(StoryUpdate update) {
        line("  %s  %s%s  [%s]"
                .formatted(
                        times.print(update.displayedAt()),
                        Words.of(update.status()),
                        update.standing() ? "" : " (retracted)",
                        update.id()));
        text.append(Printable.block(update.text(), "    "));
        if (update.retraction() != null) {
            line("    retracted %s: %s"
                    .formatted(
                            times.print(update.retraction().retracted().occurredAt()),
                            update.retraction().reason()));
        }
        update.corrections().reversed().forEach(this::correction);
    }

    private void correction(TextChange change) {
        line("    corrected %s: %s; before, it said:"
                .formatted(times.print(change.corrected().occurredAt()), change.reason()));
        text.append(Printable.block(change.from(), "    | "));
    }

    private void postMortem(PublishedPostMortem postMortem) {
        line("  %s  post-mortem, revision %d: %s"
                .formatted(
                        times.print(postMortem.published().occurredAt()), postMortem.revision(), postMortem.title()));
        text.append(Printable.block(postMortem.body(), "    "));
    }

    private void line(String content) {
        text.append(Printable.line(content)).append('\n');
    }
}
