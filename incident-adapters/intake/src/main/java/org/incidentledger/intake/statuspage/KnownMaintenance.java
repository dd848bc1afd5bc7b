package org.incidentledger.intake.statuspage;

import java.util.HashSet;
import java.util.Set;
import org.incidentledger.core.maintenance.Maintenance;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.PublicUpdate;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;

/**
 * What a mirror needs to know of one maintenance of the ledger. Immutable.
 *
 * @param external what the maintenance is called elsewhere
 * @param mirrored the updates that came from another system
 */
record KnownMaintenance(Maintenance state, @Nullable ExternalRef external, Set<UpdateId> mirrored) {
    static final KnownMaintenance NONE = new KnownMaintenance(Maintenance.UNSCHEDULED, null, Set.of());

    KnownMaintenance after(MaintenanceEvent event) {
        Maintenance next = state.evolve(event);
        return switch (event) {
            case MaintenanceEvent.MaintenanceScheduled e -> new KnownMaintenance(next, e.external(), mirrored);
            case MaintenanceEvent.MaintenanceUpdatePosted e ->
                new KnownMaintenance(
                        next, external, SourcePage.isStatuspage(e.external()) ? with(e.update()) : mirrored);
            case MaintenanceEvent.MaintenanceRescheduled e -> with(next);
            case MaintenanceEvent.MaintenanceStarted e -> with(next);
            case MaintenanceEvent.MaintenanceVerifying e -> with(next);
            case MaintenanceEvent.MaintenanceCompleted e -> with(next);
            case MaintenanceEvent.MaintenanceCancelled e -> with(next);
            case MaintenanceEvent.MaintenanceUpdateCorrected e -> with(next);
            case MaintenanceEvent.MaintenanceUpdateRetracted e -> with(next);
            case MaintenanceEvent.MaintenanceTitleCorrected e -> with(next);
        };
    }

    boolean isScheduled() {
        return state.status() != MaintenanceStatus.UNSCHEDULED;
    }

    boolean hasEnded() {
        return state.status() == MaintenanceStatus.COMPLETED || state.status() == MaintenanceStatus.CANCELLED;
    }

    @Nullable
    PublicUpdate update(UpdateId id) {
        return state.updates().byId().get(id);
    }

    private KnownMaintenance with(Maintenance next) {
        return new KnownMaintenance(next, external, mirrored);
    }

    private Set<UpdateId> with(UpdateId more) {
        Set<UpdateId> next = new HashSet<>(mirrored);
        next.add(more);
        return next;
    }
}
