package org.incidentledger.ledger.jdbc;

import java.time.Clock;
import org.incidentledger.contracts.SealedStoreContract;
import org.incidentledger.core.ledger.Ledger;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSealedStoreTest extends SealedStoreContract {
    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @Override
    protected Ledger create(Clock clock) {
        return database.openLedger(clock);
    }
}
