package org.incidentledger.web.site;

import java.util.List;
import org.incidentledger.embedded.Views;
import org.incidentledger.projections.postmortem.PostMortemHistory;
import org.incidentledger.projections.postmortem.PostMortemProjection;
import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.ComponentProjection;
import org.incidentledger.projections.status.ImpactHistory;
import org.incidentledger.projections.status.ImpactProjection;
import org.incidentledger.projections.status.Page;
import org.incidentledger.projections.status.PageProjection;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.TimelineProjection;

/** The views that the public site is made of, live or as of any moment. */
public record SiteDocuments(
        Documents<Page> page,
        Documents<ComponentHistory> components,
        Documents<ImpactHistory> impacts,
        Documents<PublicStory> stories,
        Documents<PostMortemHistory> postMortems) {
    /** All of them: nothing else has to keep pace with the ledger for the site to do so. */
    static final List<Projection<?>> VIEWS = List.of(
            new PageProjection(),
            new ComponentProjection(),
            new ImpactProjection(),
            new TimelineProjection(),
            new PostMortemProjection());

    /** Those of the views. */
    public static SiteDocuments of(Views views) {
        return new SiteDocuments(
                views.of(new PageProjection()),
                views.of(new ComponentProjection()),
                views.of(new ImpactProjection()),
                views.of(new TimelineProjection()),
                views.of(new PostMortemProjection()));
    }
}
