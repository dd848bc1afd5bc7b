package org.incidentledger.projections.postmortem;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.projections.replay.Stamp;

/**
 * One revision of a post-mortem.
 *
 * @param revision counts from 1
 * @param change what changed since the revision before
 * @param approvals in the order of the ledger
 */
public record Revision(
        int revision,
        String author,
        String title,
        String body,
        String change,
        Stamp written,
        List<Approval> approvals) {
    public Revision {
        approvals = List.copyOf(approvals);
    }

    /** Somebody's word that a revision may be published. */
    public record Approval(String approver, Stamp approved) {}

    Revision approved(Approval approval) {
        List<Approval> next = new ArrayList<>(approvals);
        next.add(approval);
        return new Revision(revision, author, title, body, change, written, next);
    }
}
