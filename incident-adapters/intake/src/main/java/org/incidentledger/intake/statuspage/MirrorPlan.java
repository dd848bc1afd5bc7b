package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.publication.UpdateId;

/**
 * Everything that must be sent so that a ledger tells what a document tells; every step is granted by the rules already. A pure
 * function of the document, the history and the instant.
 *
 * @param steps in order
 * @param missing updates that the ledger has from the source, but the source tells no more
 * @param dismissed incidents of the source that were rejected or merged here, and are left alone
 */
record MirrorPlan(List<Step> steps, int missing, int dismissed) {

    /** @throws ImportRefusedException naming the first incident and update that a rule of the ledger stands against */
    static MirrorPlan of(StatuspageDocument document, History history, IncidentPolicy policy, Instant now) {
        Rehearsal rehearsal = new Rehearsal(new SourcePage(document.page().id()), policy, now);
        new CatalogPlan(rehearsal, document, history.catalog()).make();
        int missing = 0;
        int dismissed = 0;
        int rank = document.incidents().size();
        for (StatuspageIncident incident : document.incidents()) {
            KnownIncident known = history.incident(SourcePage.incident(incident.id()));
            new IncidentPlan(rehearsal, incident, known, --rank).make();
            missing += missing(incident, known.mirrored());
            dismissed += known.isDismissed() ? 1 : 0;
        }
        rank = document.incidents().size() + document.scheduledMaintenances().size();
        for (StatuspageIncident maintenance : document.scheduledMaintenances()) {
            KnownMaintenance known = history.maintenance(SourcePage.maintenance(maintenance.id()));
            new MaintenancePlan(rehearsal, maintenance, known, --rank).make();
            missing += missing(maintenance, known.mirrored());
        }
        return new MirrorPlan(rehearsal.steps(), missing, dismissed);
    }

    private static int missing(StatuspageIncident told, Set<UpdateId> mirrored) {
        Set<UpdateId> gone = new HashSet<>(mirrored);
        told.incidentUpdates().forEach(update -> gone.remove(SourcePage.update(update.id())));
        return gone.size();
    }
}
