package org.incidentledger.embedded;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.incidentledger.core.axon.Aggregates;
import org.incidentledger.core.axon.RecentAggregates;
import org.incidentledger.core.axon.Snapshotting;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.ledger.StreamId;

/**
 * The aggregates on a command bus of Axon, with the ledger as their event store.
 *
 * @param engine keeps the receipts of what the command bus appended
 * @param recent keeps the aggregates that were used last
 * @param apart takes snapshots
 * @param shared whether other processes append to the same ledger
 */
record CommandSide(
        Configuration axon,
        LedgerStorageEngine engine,
        RecentAggregates recent,
        ExecutorService apart,
        boolean shared) {
    /** An incident of common length takes some tens of kB in memory. */
    private static final int AGGREGATES_KEPT = 1_000;

    /** Folding as many events again takes about as long as finding a snapshot and reading it. */
    static final int SNAPSHOT_EVERY = 100;

    private static final long IDLE_SECONDS = 5;

    /** @param events stores in the engine, and tells the processors of the views at once */
    static CommandSide start(IncidentPolicy policy, LedgerStorageEngine engine, EventStore events, Storage storage) {
        RecentAggregates recent = new RecentAggregates(AGGREGATES_KEPT);
        ExecutorService apart = ownThread();
        Configuration axon = Aggregates.register(
                        DefaultConfigurer.defaultConfiguration(false).configureEventStore(c -> events),
                        policy,
                        recent,
                        new Snapshotting(SNAPSHOT_EVERY, apart, storage.transactions()))
                .start();
        return new CommandSide(axon, engine, recent, apart, storage.sharing().isShared());
    }

    /** One thread, which is there only while there is something to do. What waits for it is a stream at most once. */
    private static ExecutorService ownThread() {
        return new ThreadPoolExecutor(
                0,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("incident-ledger-snapshots").daemon().factory());
    }

    /** Takes the snapshots that are waiting, and ends. */
    void close() {
        axon.shutdown();
        apart.close();
    }

    CommandBus bus() {
        return axon.commandBus();
    }

    /** Whether an aggregate may have lagged behind what other processes appended; the next command reads it anew. */
    boolean forgetLagging(StreamId stream) {
        return shared && recent.forget(stream);
    }
}
