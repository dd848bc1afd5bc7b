package org.incidentledger.intake.statuspage;

import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.maintenance.MaintenanceId;

/** What a ledger knows already. */
interface History {
    KnownCatalog catalog();

    KnownIncident incident(IncidentId id);

    KnownMaintenance maintenance(MaintenanceId id);
}
