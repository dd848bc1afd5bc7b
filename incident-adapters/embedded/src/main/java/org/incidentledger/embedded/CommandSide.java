package org.incidentledger.embedded;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.incidentledger.core.axon.Aggregates;
import org.incidentledger.core.incident.IncidentPolicy;

/**
 * The aggregates on a command bus of Axon, with the ledger as their event store.
 *
 * @param engine keeps the receipts of what the command bus appended
 */
record CommandSide(Configuration axon, LedgerStorageEngine engine) {
    /** An incident of common length takes some tens of kB in memory. */
    private static final int AGGREGATES_KEPT = 1_000;

    /**
     * @param events stores in the engine, and tells the processors of the views at once
     * @param shared whether other processes append to the same ledger: no aggregate is kept then
     */
    static CommandSide start(IncidentPolicy policy, LedgerStorageEngine engine, EventStore events, boolean shared) {
        Configuration axon = Aggregates.register(
                        DefaultConfigurer.defaultConfiguration(false).configureEventStore(c -> events),
                        policy,
                        shared ? 0 : AGGREGATES_KEPT)
                .start();
        return new CommandSide(axon, engine);
    }

    CommandBus bus() {
        return axon.commandBus();
    }
}
