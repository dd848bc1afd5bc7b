package org.incidentledger.contracts.scenario;

import java.util.List;
import org.incidentledger.core.catalog.Catalog;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.Maintenance;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceEvent;

/** One command of a scenario: the state it met, the decision, and the state it left. */
public sealed interface Step {
    /** Who sent the command and when; {@code receivedAt} never decreases within a scenario. */
    CommandHeader header();

    /** What was decided, of whichever family of events. */
    Decision<?> decision();

    /** The stream of the aggregate that the command was for. */
    StreamId stream();

    /** How many events the aggregate had before, which is the sequence of the first fact. */
    long expectedSequence();

    /** What happened, in order; empty when the command was refused. */
    List<Fact> facts();

    /** A command for an incident. */
    record OfIncident(
            Incident before,
            IncidentCommand command,
            CommandHeader header,
            Decision<IncidentEvent> decision,
            Incident after)
            implements Step {
        @Override
        public StreamId stream() {
            return Streams.of(command.incident());
        }

        @Override
        public long expectedSequence() {
            return before.events();
        }

        /** The events of an accepted command; none when it was refused. */
        public List<IncidentEvent> events() {
            return Step.eventsOf(decision);
        }

        @Override
        public List<Fact> facts() {
            return events().stream()
                    .<Fact>map(event -> new Fact.OfIncident(command.incident(), event))
                    .toList();
        }
    }

    /** A command for a maintenance. */
    record OfMaintenance(
            Maintenance before,
            MaintenanceCommand command,
            CommandHeader header,
            Decision<MaintenanceEvent> decision,
            Maintenance after)
            implements Step {
        @Override
        public StreamId stream() {
            return Streams.of(command.maintenance());
        }

        @Override
        public long expectedSequence() {
            return before.events();
        }

        /** The events of an accepted command; none when it was refused. */
        public List<MaintenanceEvent> events() {
            return Step.eventsOf(decision);
        }

        @Override
        public List<Fact> facts() {
            return events().stream()
                    .<Fact>map(event -> new Fact.OfMaintenance(command.maintenance(), event))
                    .toList();
        }
    }

    /** A command for the catalog. */
    record OfCatalog(
            Catalog before,
            CatalogCommand command,
            CommandHeader header,
            Decision<CatalogEvent> decision,
            Catalog after)
            implements Step {
        @Override
        public StreamId stream() {
            return Streams.CATALOG;
        }

        @Override
        public long expectedSequence() {
            return before.events();
        }

        /** The events of an accepted command; none when it was refused. */
        public List<CatalogEvent> events() {
            return Step.eventsOf(decision);
        }

        @Override
        public List<Fact> facts() {
            return events().stream().<Fact>map(Fact.OfCatalog::new).toList();
        }
    }

    private static <E> List<E> eventsOf(Decision<E> decision) {
        return switch (decision) {
            case Decision.Accepted<E> accepted -> accepted.events();
            case Decision.Refused<E> refused -> List.of();
        };
    }
}
