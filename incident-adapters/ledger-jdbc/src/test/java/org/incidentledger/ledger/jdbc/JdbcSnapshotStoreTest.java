package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.incidentledger.contracts.SnapshotStoreContract;
import org.incidentledger.core.ledger.SnapshotStore;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcSnapshotStoreTest extends SnapshotStoreContract {
    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @Override
    protected SnapshotStore create() {
        JdbcLedger.open(database.place(), Clock.systemUTC()).close();
        return new JdbcSnapshotStore(database.dataSource()::getConnection);
    }

    @Test
    void a_ledger_that_was_made_before_there_were_snapshots_gets_a_table_for_them() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE aggregate_snapshot");
        }
        assertThat(create().find(new StreamId("incident", "i1"))).isEmpty();
    }
}
