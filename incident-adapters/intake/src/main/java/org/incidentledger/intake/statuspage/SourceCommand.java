package org.incidentledger.intake.statuspage;

import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceCommand;

/** A command to whatever the source tells of. */
sealed interface SourceCommand {
    /** The stream that the command adds to. */
    StreamId stream();

    /** A command to an incident. */
    record ToIncident(IncidentCommand command) implements SourceCommand {
        @Override
        public StreamId stream() {
            return Streams.of(command.incident());
        }
    }

    /** A command to a maintenance. */
    record ToMaintenance(MaintenanceCommand command) implements SourceCommand {
        @Override
        public StreamId stream() {
            return Streams.of(command.maintenance());
        }
    }

    /** A command to the catalog. */
    record ToCatalog(CatalogCommand command) implements SourceCommand {
        @Override
        public StreamId stream() {
            return Streams.CATALOG;
        }
    }
}
