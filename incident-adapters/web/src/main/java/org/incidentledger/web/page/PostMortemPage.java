package org.incidentledger.web.page;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.projections.replay.Stamp;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublishedPostMortem;

/**
 * The post-mortem of an incident: the revision that was published last, those before it, and how each differs from every other.
 *
 * @param html the text that was published last, safe to put on the page
 * @param earlier newest first
 */
record PostMortemPage(
        Frame frame, PublicStory story, PublishedPostMortem latest, String html, List<Earlier> earlier, String back) {
    /** An earlier revision with its text, and what changed from it to each later one. */
    record Earlier(PublishedPostMortem revision, String html, List<Change> changes) {}

    /** What changed from one revision to another. */
    record Change(int from, int to, Stamp published, List<TextDiff.Piece> pieces) {}

    static PostMortemPage of(
            PagePath.PostMortem path, PublicStory story, List<PublishedPostMortem> published, SiteFacts facts) {
        PublishedPostMortem latest = published.getLast();
        List<Earlier> earlier = new ArrayList<>();
        for (int i = published.size() - 2; i >= 0; i--) {
            PublishedPostMortem revision = published.get(i);
            earlier.add(new Earlier(
                    revision,
                    Markdown.article(revision.body()),
                    published.subList(i + 1, published.size()).reversed().stream()
                            .map(later -> change(revision, later))
                            .toList()));
        }
        return new PostMortemPage(
                Frame.of(path, "Post-mortem: " + latest.title(), "history", facts),
                story,
                latest,
                Markdown.article(latest.body()),
                List.copyOf(earlier),
                "../");
    }

    private static Change change(PublishedPostMortem from, PublishedPostMortem to) {
        return new Change(
                from.revision(),
                to.revision(),
                to.published(),
                TextDiff.words(from.title() + "\n\n" + from.body(), to.title() + "\n\n" + to.body()));
    }
}
