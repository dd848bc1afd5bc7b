package org.incidentledger.core.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.subject.SubjectCommand;

/** Tells Axon which aggregate a command is for, so that commands need not know Axon. */
final class CommandStreams implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        return new VersionedAggregateIdentifier(
                (Object) stream(command.getPayload()).toString(), null);
    }

    private static StreamId stream(Object command) {
        return switch (command) {
            case IncidentCommand c -> Streams.of(c.incident());
            case MaintenanceCommand c -> Streams.of(c.maintenance());
            case CatalogCommand c -> Streams.CATALOG;
            case SubjectCommand c -> Streams.of(c.subject());
            default ->
                throw new IllegalArgumentException("%s is no command of this ledger"
                        .formatted(command.getClass().getSimpleName()));
        };
    }
}
