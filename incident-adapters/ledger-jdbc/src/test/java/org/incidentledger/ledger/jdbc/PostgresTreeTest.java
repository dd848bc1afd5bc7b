package org.incidentledger.ledger.jdbc;

import java.time.Clock;
import org.incidentledger.contracts.LedgerTreeContract;
import org.incidentledger.core.tlog.VerifierKey;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTreeTest extends LedgerTreeContract<JdbcLedger> {
    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @Override
    protected JdbcLedger create(Clock clock) {
        return JdbcLedger.open(database.place(), clock);
    }

    @Override
    protected VerifierKey key() {
        return database.notary().signer("").verifierKey();
    }
}
