package org.incidentledger.ledger.memory;

import java.time.Clock;
import org.incidentledger.contracts.SealedStoreContract;
import org.incidentledger.core.ledger.Ledger;

class MemorySealedStoreTest extends SealedStoreContract {
    @Override
    protected Ledger create(Clock clock) {
        return new MemoryLedger(clock);
    }
}
