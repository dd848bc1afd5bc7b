package org.incidentledger.web.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.ImpactHistory;
import org.incidentledger.projections.status.StatusQuery;
import org.incidentledger.projections.status.StatusReport;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.PublicTimeline;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of all views what lists and the status need: a line for each story, the open stories, and what affected components within the
 * days that uptime looks back. It reads everything once; from then on only what changed. For use by one thread.
 */
public final class SiteIndex {
    private static final Duration KEPT = Duration.ofDays(PublicSite.DAYS + 1L);

    private final SiteDocuments documents;
    /** Read by many threads while it grows: each line is one that was true. */
    private final Map<String, StoryLine> lines = new ConcurrentHashMap<>();

    private final Map<String, PublicStory> open = new TreeMap<>();
    private final Impacts impacts;
    private final Map<String, ComponentHistory> components = new TreeMap<>();
    /** The streams of public stories by the position of their last change, for those who ask what changed since. */
    private final ConcurrentSkipListMap<Long, String> changes = new ConcurrentSkipListMap<>();

    private final Instant loadedAt;
    private Months months = Months.of(List.<StoryLine>of().stream());
    private long catalogPosition;
    private Instant changedAt = Instant.EPOCH;

    private SiteIndex(SiteDocuments documents, Instant now) {
        this.documents = documents;
        this.loadedAt = now;
        this.impacts = new Impacts(now.minus(KEPT));
    }

    /** Reads every view once, in one go and with one story in memory at a time. */
    public static SiteIndex load(SiteDocuments documents, Instant now) {
        SiteIndex index = new SiteIndex(documents, now);
        index.refreshCatalog();
        documents.impacts().forEach(index.impacts::take);
        List<StoryLine> all = new ArrayList<>();
        documents.stories().forEach(story -> {
            if (story.shown()) {
                all.add(index.keep(story));
            }
        });
        index.months = Months.of(all.stream());
        return index;
    }

    /** Reads again what the views say of some streams, and of the catalog when that is among them. */
    void refresh(Collection<String> streams) {
        if (streams.stream().anyMatch(stream -> stream.startsWith("catalog/"))) {
            refreshCatalog();
        }
        List<Months.Change> changed = new ArrayList<>();
        for (String stream : streams) {
            if (stream.startsWith("incident/") || stream.startsWith("maintenance/")) {
                impacts.replace(
                        stream,
                        documents
                                .impacts()
                                .get(stream)
                                .filter(ImpactHistory::shown)
                                .map(ImpactHistory::intervals)
                                .orElse(List.of()));
                PublicStory story = documents.stories().get(stream).orElse(null);
                StoryLine before = lines.get(stream);
                changed.add(new Months.Change(before, story != null && story.shown() ? keep(story) : forget(stream)));
            }
        }
        months = months.with(changed);
    }

    /** The site as the index knows it. */
    public PublicSite site(long size, Instant at) {
        StatusReport report = new StatusQuery(
                        documents.page(),
                        new HeldDocuments<>(components),
                        documents.impacts(),
                        new HeldDocuments<>(open))
                .at(at, component -> impacts.report(component, at));
        return new PublicSite(
                size,
                catalogPosition,
                report,
                components,
                months,
                new Stories(lines, changes, changedAt),
                new PublicTimeline(documents.stories(), documents.postMortems()));
    }

    /** Whether everything should be read again: it keeps what nobody asks for any more, or lacks what somebody does. */
    boolean isStale(Instant now) {
        return impacts.isIncomplete() || now.isAfter(loadedAt.plus(Duration.ofDays(2)));
    }

    private StoryLine keep(PublicStory story) {
        StoryLine line = StoryLine.of(story);
        StoryLine before = lines.put(story.stream(), line);
        changes.put(line.lastPosition(), line.stream());
        if (before != null && before.lastPosition() != line.lastPosition()) {
            changes.remove(before.lastPosition());
        }
        changedAt = line.changedAt().isAfter(changedAt) ? line.changedAt() : changedAt;
        if (story.open()) {
            open.put(story.stream(), story);
        } else {
            open.remove(story.stream());
        }
        return line;
    }

    private @Nullable StoryLine forget(String stream) {
        StoryLine before = lines.remove(stream);
        if (before != null) {
            changes.remove(before.lastPosition());
        }
        open.remove(stream);
        return null;
    }

    private void refreshCatalog() {
        components.clear();
        documents.components().forEach(component -> components.put(component.id(), component));
        catalogPosition++;
    }
}
