package org.incidentledger.projections;

import java.util.List;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.measures.MeasuresProjection;
import org.incidentledger.projections.postmortem.PostMortemProjection;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.status.ComponentProjection;
import org.incidentledger.projections.status.ImpactProjection;
import org.incidentledger.projections.status.PageProjection;
import org.incidentledger.projections.timeline.TimelineProjection;

/** Every view that comes with the ledger. */
public final class StandardProjections {
    private StandardProjections() {}

    /** One of each; their names are distinct. */
    public static List<Projection<?>> all() {
        return List.of(
                new TimelineProjection(),
                new PostMortemProjection(),
                new PageProjection(),
                new ComponentProjection(),
                new ImpactProjection(),
                new AuditProjection(),
                new MeasuresProjection());
    }
}
