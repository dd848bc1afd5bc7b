package org.incidentledger.ledger.jdbc;

import java.time.Clock;
import org.incidentledger.contracts.RefusalLogContract;
import org.incidentledger.core.ledger.RefusalLog;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcRefusalLogTest extends RefusalLogContract {
    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @Override
    protected RefusalLog create() {
        JdbcLedger.open(database.place(), Clock.systemUTC()).close();
        return new JdbcRefusalLog(database.dataSource());
    }
}
