package org.incidentledger.ledger.memory;

import java.time.Clock;
import org.incidentledger.contracts.LedgerContract;
import org.incidentledger.core.ledger.Ledger;

class MemoryLedgerTest extends LedgerContract {
    @Override
    protected Ledger create(Clock clock) {
        return new MemoryLedger(clock);
    }
}
