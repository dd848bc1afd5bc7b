package org.incidentledger.ledger.jdbc;

import java.time.Clock;
import org.incidentledger.contracts.LedgerContract;
import org.incidentledger.core.ledger.Ledger;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLedgerTest extends LedgerContract {
    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @Override
    protected Ledger create(Clock clock) {
        return database.openLedger(clock);
    }
}
