package org.incidentledger.embedded;

import java.time.Clock;
import java.util.Map;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.incidentledger.ledger.memory.MemoryLedger;
import org.incidentledger.ledger.memory.MemoryRefusalLog;
import org.incidentledger.ledger.memory.MemorySnapshotStore;
import org.incidentledger.ledger.memory.MemoryViewStore;

/** Keeps everything in memory, for tests of embedding services. */
final class MemoryStorage {
    private MemoryStorage() {}

    static Storage open(Clock clock) {
        return new Storage(
                new MemoryLedger(clock),
                new MemoryRefusalLog(),
                new MemoryViewStore(),
                new MemorySnapshotStore(),
                new OnDemand<>(InMemoryTokenStore::new),
                NoTransactionManager.instance(),
                view -> InMemorySequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .build(),
                new OneProcess(Map::of),
                () -> {});
    }
}
