package org.incidentledger.ledger.memory;

import org.incidentledger.contracts.ViewStoreContract;
import org.incidentledger.projections.replay.ViewStore;

class MemoryViewStoreTest extends ViewStoreContract {
    @Override
    protected ViewStore create() {
        return new MemoryViewStore();
    }
}
