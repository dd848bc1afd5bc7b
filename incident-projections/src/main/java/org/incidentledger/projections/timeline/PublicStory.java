package org.incidentledger.projections.timeline;

import java.util.List;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.ExternalRef;
import org.jspecify.annotations.Nullable;

/**
 * What the public may see of one incident or maintenance. Nothing internal is in it at any time: no description, finding,
 * actor, client, notification or unpublished post-mortem. An incident is kept from its report on, but is for the public only
 * once it is {@link #shown}; {@link PublicTimeline} gives no others. There is no story of a drill.
 *
 * @param stream such as {@code incident/ID}
 * @param firstPosition the position of its first event in the ledger
 * @param lastPosition the position of the last event that had a say in it
 * @param title the title now
 * @param earlierTitles titles that were public before, in the order of the ledger
 * @param kind of an incident
 * @param impact of an incident: its severity now
 * @param status of an incident that of the standing update on top of the page, {@code null} when none stands; of a maintenance
 *     where it stands
 * @param window of a maintenance, as it is planned now
 * @param earlierWindows windows that were announced before, in the order of the ledger
 * @param components every one affected at any time, in the order of first mention
 * @param updates in the order of the ledger
 * @param postMortems the revisions that were published, in the order of the ledger
 * @param dismissal present when an incident was rejected or merged
 */
public record PublicStory(
        String stream,
        StoryType what,
        String id,
        long firstPosition,
        long lastPosition,
        String title,
        List<TitleChange> earlierTitles,
        @Nullable IncidentKind kind,
        @Nullable Severity impact,
        @Nullable StoryStatus status,
        Milestones milestones,
        @Nullable Window window,
        List<WindowChange> earlierWindows,
        List<AffectedComponent> components,
        @Nullable ExternalRef external,
        List<StoryUpdate> updates,
        List<PublishedRevision> postMortems,
        @Nullable Dismissal dismissal) {
    public PublicStory {
        earlierTitles = List.copyOf(earlierTitles);
        earlierWindows = List.copyOf(earlierWindows);
        components = List.copyOf(components);
        updates = List.copyOf(updates);
        postMortems = List.copyOf(postMortems);
    }

    /**
     * Whether the public may see it: a maintenance from its announcement on, an incident once an update or a
     * post-mortem was published, even when that was taken back.
     */
    public boolean shown() {
        return shown(what, updates, postMortems);
    }

    static boolean shown(StoryType what, List<StoryUpdate> updates, List<PublishedRevision> postMortems) {
        return what == StoryType.MAINTENANCE || !updates.isEmpty() || !postMortems.isEmpty();
    }

    /** Whether it goes on: neither ended nor dismissed. */
    public boolean open() {
        return milestones.endedAt() == null && dismissal == null;
    }
}
