package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.incidentledger.contracts.ViewStoreContract;
import org.incidentledger.projections.replay.ViewStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresViewStoreTest extends ViewStoreContract {
    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @Override
    protected ViewStore create() {
        database.openLedger(Clock.systemUTC()).close();
        return new JdbcViewStore(database.dataSource()::getConnection);
    }

    @Test
    void joins_the_transaction_of_the_connection_it_is_lent() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            ViewStore joined = new JdbcViewStore(() -> Unclosed.around(connection));
            joined.put("timeline", "key", new byte[] {1});
            joined.forEach("timeline", (key, document) -> joined.put("timeline", key + "2", document));
            assertThat(joined.get("timeline", "key2")).hasValue(new byte[] {1});
            assertThat(create().get("timeline", "key")).isEmpty();
            connection.rollback();
        }
        assertThat(create().get("timeline", "key")).isEmpty();
    }
}
