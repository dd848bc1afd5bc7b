package org.incidentledger.embedded;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.incidentledger.core.axon.Aggregates;
import org.incidentledger.core.axon.RecentAggregates;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.ledger.StreamId;

/**
 * The aggregates on a command bus of Axon, with the ledger as their event store.
 *
 * @param engine keeps the receipts of what the command bus appended
 * @param recent keeps the aggregates that were used last
 * @param shared whether other processes append to the same ledger
 */
record CommandSide(Configuration axon, LedgerStorageEngine engine, RecentAggregates recent, boolean shared) {
    /** An incident of common length takes some tens of kB in memory. */
    private static final int AGGREGATES_KEPT = 1_000;

    /** @param events stores in the engine, and tells the processors of the views at once */
    static CommandSide start(IncidentPolicy policy, LedgerStorageEngine engine, EventStore events, boolean shared) {
        RecentAggregates recent = new RecentAggregates(AGGREGATES_KEPT);
        Configuration axon = Aggregates.register(
                        DefaultConfigurer.defaultConfiguration(false).configureEventStore(c -> events), policy, recent)
                .start();
        return new CommandSide(axon, engine, recent, shared);
    }

    CommandBus bus() {
        return axon.commandBus();
    }

    /** Whether an aggregate may have lagged behind what other processes appended; the next command reads it anew. */
    boolean forgetLagging(StreamId stream) {
        return shared && recent.forget(stream);
    }
}
