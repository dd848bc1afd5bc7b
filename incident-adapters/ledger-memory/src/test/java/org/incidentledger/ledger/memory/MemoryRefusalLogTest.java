package org.incidentledger.ledger.memory;

import org.incidentledger.contracts.RefusalLogContract;
import org.incidentledger.core.ledger.RefusalLog;

class MemoryRefusalLogTest extends RefusalLogContract {
    @Override
    protected RefusalLog create() {
        return new MemoryRefusalLog();
    }
}
