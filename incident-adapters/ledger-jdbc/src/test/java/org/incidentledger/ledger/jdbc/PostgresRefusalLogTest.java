package org.incidentledger.ledger.jdbc;

import java.time.Clock;
import org.incidentledger.contracts.RefusalLogContract;
import org.incidentledger.core.ledger.RefusalLog;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRefusalLogTest extends RefusalLogContract {
    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @Override
    protected RefusalLog create() {
        database.openLedger(Clock.systemUTC()).close();
        return new JdbcRefusalLog(database.dataSource());
    }
}
