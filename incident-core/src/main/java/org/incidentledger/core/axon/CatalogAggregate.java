package org.incidentledger.core.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.incidentledger.core.catalog.Catalog;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.history.Streams;
import org.jspecify.annotations.Nullable;

/** The catalog as an Axon aggregate: every command goes to the decider, every event to the state. */
final class CatalogAggregate implements Folded {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private Catalog state = Catalog.EMPTY;

    CatalogAggregate() {}

    /** One that was folded before. */
    CatalogAggregate(String stream, Catalog state) {
        this.stream = stream;
        this.state = state;
    }

    @Override
    public Catalog state() {
        return state;
    }

    @Decided
    Decision<CatalogEvent> handle(CatalogCommand.DescribePage c, CommandMessage<?> m, CatalogDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<CatalogEvent> handle(CatalogCommand.AddComponent c, CommandMessage<?> m, CatalogDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<CatalogEvent> handle(CatalogCommand.DescribeComponent c, CommandMessage<?> m, CatalogDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<CatalogEvent> handle(CatalogCommand.RetireComponent c, CommandMessage<?> m, CatalogDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<CatalogEvent> handle(CatalogCommand.ReinstateComponent c, CommandMessage<?> m, CatalogDecider d) {
        return decide(c, m, d);
    }

    private Decision<CatalogEvent> decide(CatalogCommand command, CommandMessage<?> message, CatalogDecider decider) {
        CommandHeader header = Headers.of(message);
        return Decisions.apply(decider.decide(state, command, header), header);
    }

    @EventSourcingHandler
    void on(CatalogEvent event, EventMessage<?> message) {
        stream = Streams.CATALOG.toString();
        state = Loading.next(message, () -> state.evolve(event));
    }
}
