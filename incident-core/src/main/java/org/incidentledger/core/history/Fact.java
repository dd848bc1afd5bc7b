package org.incidentledger.core.history;

import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceId;

/** What happened, and to which aggregate. */
public sealed interface Fact {
    /** Something happened to an incident. */
    record OfIncident(IncidentId incident, IncidentEvent event) implements Fact {}

    /** Something happened to a maintenance. */
    record OfMaintenance(MaintenanceId maintenance, MaintenanceEvent event) implements Fact {}

    /** Something happened to the catalog. */
    record OfCatalog(CatalogEvent event) implements Fact {}
}
