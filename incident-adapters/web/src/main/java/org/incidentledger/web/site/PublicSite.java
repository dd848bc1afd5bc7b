package org.incidentledger.web.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.StatusReport;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.incidentledger.projections.timeline.PublishedPostMortem;

/**
 * What the public site shows at an instant, made of the views at a position. Immutable but for {@link #story}, which reads the view
 * and may already be newer.
 *
 * @param size how many entries of the ledger it is made of
 * @param catalogPosition counts up whenever the page or a component is described anew
 * @param report status, uptime and what is open at the instant
 * @param components by id, those that left the page as well
 * @param stories finds lines; like {@link #story} they may already be newer
 */
public record PublicSite(
        long size,
        long catalogPosition,
        StatusReport report,
        Map<String, ComponentHistory> components,
        Months months,
        Stories stories,
        PublicTimeline timeline) {
    /** How far uptime looks back, today included. */
    public static final int DAYS = 90;

    public PublicSite {
        components = Map.copyOf(components);
    }

    /** The instant for which status and uptime are told. */
    public Instant at() {
        return report.at();
    }

    /** The line of a stream, if the public may see it. */
    public Optional<StoryLine> line(String stream) {
        return stories.line(stream);
    }

    /** The stories that changed after a position, in the order in which they did last; -1 for all. */
    public Stream<StoryLine> changedAfter(long position) {
        return stories.changedAfter(position);
    }

    /** When the public was last told anything; 1970 when never. */
    public Instant changedAt() {
        return stories.changedAt();
    }

    /** The story of a stream, if the public may see it. */
    public Optional<PublicStory> story(String stream) {
        return timeline.of(stream);
    }

    /** The same site for somebody who wants several things of one story: it is not read again. */
    public PublicSite holding(PublicStory story) {
        return new PublicSite(
                size,
                catalogPosition,
                report,
                components,
                months,
                stories,
                new PublicTimeline(new HeldDocuments<>(Map.of(story.stream(), story)), timeline.postMortems()));
    }

    /** The post-mortems of a story that were published. */
    public List<PublishedPostMortem> postMortems(PublicStory story) {
        return timeline.postMortems(story);
    }

    /** What the page calls a component; its id when it is in no catalog. */
    public String componentName(String id) {
        ComponentHistory component = components.get(id);
        return component == null ? id : component.description().name();
    }

    /** What the site is called. */
    public String name() {
        return report.page() == null ? "Service" : report.page().name();
    }
}
