package org.incidentledger.ledger.memory;

import org.incidentledger.contracts.SnapshotStoreContract;
import org.incidentledger.core.ledger.SnapshotStore;

class MemorySnapshotStoreTest extends SnapshotStoreContract {
    @Override
    protected SnapshotStore create() {
        return new MemorySnapshotStore();
    }
}
