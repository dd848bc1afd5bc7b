package org.incidentledger.ledger.jdbc;

import java.time.Clock;
import org.incidentledger.contracts.SnapshotStoreContract;
import org.incidentledger.core.ledger.SnapshotStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSnapshotStoreTest extends SnapshotStoreContract {
    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @Override
    protected SnapshotStore create() {
        database.openLedger(Clock.systemUTC()).close();
        return new JdbcSnapshotStore(database.dataSource()::getConnection);
    }
}
