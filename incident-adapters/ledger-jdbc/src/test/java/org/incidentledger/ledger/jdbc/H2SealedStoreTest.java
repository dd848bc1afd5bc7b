package org.incidentledger.ledger.jdbc;

import java.time.Clock;
import org.incidentledger.contracts.SealedStoreContract;
import org.incidentledger.core.ledger.Ledger;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2SealedStoreTest extends SealedStoreContract {
    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @Override
    protected Ledger create(Clock clock) {
        return JdbcLedger.open(database.place(), clock);
    }
}
