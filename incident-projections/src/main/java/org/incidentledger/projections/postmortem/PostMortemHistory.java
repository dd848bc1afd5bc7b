package org.incidentledger.projections.postmortem;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.projections.replay.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * How the post-mortem of one incident came about. Internal: it holds texts that were never published.
 *
 * @param stream such as {@code incident/ID}
 * @param revisions in their order
 * @param published the number of the revision that is public now; 0 when none is
 * @param waiver present when the incident was closed without a post-mortem
 */
public record PostMortemHistory(
        String stream,
        List<Revision> revisions,
        int published,
        @Nullable Waiver waiver) {
    public PostMortemHistory {
        revisions = List.copyOf(revisions);
    }

    /** Says why there is no post-mortem. */
    public record Waiver(String reason, Stamp waived) {}

    PostMortemHistory revised(Revision revision) {
        List<Revision> next = new ArrayList<>(revisions);
        next.add(revision);
        return new PostMortemHistory(stream, next, published, waiver);
    }

    PostMortemHistory approved(int revision, Revision.Approval approval) {
        List<Revision> next = new ArrayList<>(revisions);
        next.replaceAll(written -> written.revision() == revision ? written.approved(approval) : written);
        return new PostMortemHistory(stream, next, published, waiver);
    }

    PostMortemHistory published(int revision) {
        return new PostMortemHistory(stream, revisions, revision, waiver);
    }

    PostMortemHistory waived(Waiver by) {
        return new PostMortemHistory(stream, revisions, published, by);
    }
}
