package org.incidentledger.cli.history;

import java.time.Instant;
import java.util.List;
import org.incidentledger.cli.invocation.InstantText;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.PublishedPostMortem;
import org.incidentledger.projections.timeline.StoryUpdate;
import org.incidentledger.projections.timeline.TextChange;

/**
 * The timeline as one HTML page that needs nothing else. It has no script and no link, and forbids both; every text goes
 * through {@link #escape}.
 */
final class TimelineHtml {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Incidents and maintenance</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
                   color: #1b1b1b; background: #fff; }
            article { border-top: 1px solid #767676; padding: 1rem 0; }
            h2, h3 { margin: 0.5rem 0; overflow-wrap: anywhere; }
            .text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.25rem 0; }
            .meta { color: #4d4d4d; }
            .note { border-left: 4px solid #8a5a00; padding-left: 0.75rem; margin: 0.5rem 0; }
            .retracted { text-decoration: line-through; }
            </style>
            </head>
            <body>
            <h1>Incidents and maintenance</h1>
            """;

    private final InstantText times;
    private final StringBuilder html = new StringBuilder(HEAD);

    private TimelineHtml(InstantText times) {
        this.times = times;
    }

    static String of(List<PublicStory> stories, PublicTimeline timeline, InstantText times) {
        TimelineHtml page = new TimelineHtml(times);
        stories.forEach(story -> page.story(story, timeline.postMortems(story)));
        if (stories.isEmpty()) {
            page.add("<p>Nothing is public.</p>\n");
        }
        return page.html.append("</body>\n</html>\n").toString();
    }

    /** The text with every character that means something to HTML replaced, fit for an element or a quoted attribute. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(c) ? c : '\uFFFD');
            }
        });
        return out.toString();
    }

    /** HTML has no place for control characters, and none that turn the direction of what follows shall pass. */
    private static boolean allowed(int c) {
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return c == '\n' || c == '\t' || !(turns || Character.isISOControl(c));
    }

    private void story(PublicStory story, List<PublishedPostMortem> postMortems) {
        add("<article>\n<h2>%s</h2>\n", story.title());
        add(
                "<p class=\"meta\">%s %s, %s%s</p>\n",
                Words.of(story.what()),
                story.id(),
                story.status() == null ? "no standing update" : Words.of(story.status()),
                story.impact() == null ? "" : ", impact " + Words.of(story.impact()));
        story.earlierTitles()
                .forEach(change -> add(
                        "<p class=\"note\">Title until %s: <q>%s</q> Reason: %s</p>\n",
                        print(change.corrected().occurredAt()), change.from(), change.reason()));
        if (story.window() != null) {
            add(
                    "<p>Planned from %s to %s.</p>\n",
                    print(story.window().from()), print(story.window().until()));
        }
        story.earlierWindows()
                .forEach(change -> add(
                        "<p class=\"note\">Planned until %s: %s to %s. Reason: %s</p>\n",
                        print(change.moved().occurredAt()),
                        print(change.from().from()),
                        print(change.from().until()),
                        change.reason()));
        story.components()
                .forEach(component ->
                        add("<p>Affects %s: %s.</p>\n", component.component(), Words.of(component.worst())));
        PublicTimeline.updatesNewestFirst(story).forEach(this::update);
        postMortems.forEach(this::postMortem);
        add("</article>\n");
    }

    private void update(StoryUpdate update) {
        Instant shown = update.displayedAt();
        add(
                "<section>\n<h3>%s</h3>\n<p class=\"meta\"><time datetime=\"%s\">%s</time></p>\n",
                Words.of(update.status()), shown.toString(), print(shown));
        add(
                update.standing() ? "<div class=\"text\">%s</div>\n" : "<div class=\"text retracted\">%s</div>\n",
                update.text());
        if (update.retraction() != null) {
            add(
                    "<p class=\"note\">Retracted %s. Reason: %s</p>\n",
                    print(update.retraction().retracted().occurredAt()),
                    update.retraction().reason());
        }
        update.corrections().reversed().forEach(this::correction);
        add("</section>\n");
    }

    private void correction(TextChange change) {
        add(
                "<div class=\"note\">Corrected %s. Reason: %s<br>Before, it said:<div class=\"text\">%s</div></div>\n",
                print(change.corrected().occurredAt()), change.reason(), change.from());
    }

    private void postMortem(PublishedPostMortem postMortem) {
        add(
                "<section>\n<h3>Post-mortem: %s</h3>\n<p class=\"meta\">Revision %s, published %s</p>\n",
                postMortem.title(),
                String.valueOf(postMortem.revision()),
                print(postMortem.published().occurredAt()));
        add("<div class=\"text\">%s</div>\n</section>\n", postMortem.body());
    }

    private String print(Instant instant) {
        return times.print(instant);
    }

    /** The only way onto the page: markup is ours, every value is escaped. */
    private void add(String markup, String... values) {
        Object[] escaped = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            escaped[i] = escape(values[i]);
        }
        html.append(values.length == 0 ? markup : markup.formatted(escaped));
    }
}
