package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;

/** The updates of one incident or maintenance, oldest first, each with what follows from its place in the sequence. */
final class UpdateSequence {
    private final List<Told> oldestFirst = new ArrayList<>();

    /** @param known the updates that the ledger had before */
    UpdateSequence(StatuspageIncident incident, Set<UpdateId> known) {
        List<StatuspageUpdate> updates = incident.oldestFirst();
        Instant latest = incident.createdAt();
        int lastKnown = lastKnown(updates, known);
        int lastOngoing = lastOngoing(updates);
        for (int i = 0; i < updates.size(); i++) {
            StatuspageUpdate update = updates.get(i);
            Instant before = latest;
            latest = Collections.max(List.of(latest, update.createdAt()));
            oldestFirst.add(new Told(update, latest, before, i < lastKnown, i > lastOngoing));
        }
    }

    List<Told> oldestFirst() {
        return oldestFirst;
    }

    /** Whether an update says that the incident is behind us. */
    static boolean isOver(StatuspageUpdate update) {
        return update.status().equals("resolved") || update.status().equals("postmortem");
    }

    private static int lastKnown(List<StatuspageUpdate> updates, Set<UpdateId> known) {
        int last = -1;
        for (int i = 0; i < updates.size(); i++) {
            last = known.contains(SourcePage.update(updates.get(i).id())) ? i : last;
        }
        return last;
    }

    private static int lastOngoing(List<StatuspageUpdate> updates) {
        int last = -1;
        for (int i = 0; i < updates.size(); i++) {
            last = isOver(updates.get(i)) ? last : i;
        }
        return last;
    }

    /**
     * One update in its place.
     *
     * @param turn never before that of an earlier update, whatever the source says of its instants
     * @param before the turn of the update before it
     * @param late a later update is in the ledger already: what this one says of the incident itself is out of date
     * @param last the incident is not going on again after it
     */
    record Told(StatuspageUpdate update, Instant turn, Instant before, boolean late, boolean last) {
        /** The instant at which the source says that the incident ended, when this update tells of that and they agree. */
        Instant endedAt(@Nullable Instant resolvedAt) {
            if (!last || resolvedAt == null || resolvedAt.isBefore(before)) {
                return update.createdAt();
            }
            return resolvedAt.isAfter(update.createdAt()) ? update.createdAt() : resolvedAt;
        }
    }
}
