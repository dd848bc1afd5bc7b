package org.incidentledger.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.GenericDeadLetterTableFactory;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.json.JacksonSerializer;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.ledger.jdbc.JdbcLedger;
import org.incidentledger.ledger.jdbc.JdbcPlace;
import org.incidentledger.ledger.jdbc.JdbcRefusalLog;
import org.incidentledger.ledger.jdbc.JdbcSnapshotStore;
import org.incidentledger.ledger.jdbc.JdbcViewStore;

/** Keeps the ledger, its views, their tokens and their dead letters in one database. */
final class JdbcStorage {
    /** Views can be rebuilt: their commits do not wait for the disk, where the database lets each say so. */
    private static final String NO_WAIT = "SET LOCAL synchronous_commit = off";

    private JdbcStorage() {}

    /** @throws LedgerException when the database cannot be opened as a ledger */
    static Storage open(JdbcPlace place, Clock clock, EventCodec codec, Runnable release) {
        DataSource dataSource = place.dataSource();
        JdbcLedger ledger = JdbcLedger.open(place, clock);
        createTables(dataSource);
        Sharing sharing = sharing(dataSource, ledger);
        JdbcTransactions transactions = new JdbcTransactions(dataSource, sharing.isShared() ? NO_WAIT : null);
        return new Storage(
                ledger,
                new JdbcRefusalLog(dataSource),
                new JdbcViewStore(transactions::getConnection),
                new JdbcSnapshotStore(transactions::getConnection),
                new OnDemand<>(() -> tokens(transactions, sharing)),
                transactions,
                view -> deadLetters(view, transactions, codec),
                sharing,
                release);
    }

    private static Sharing sharing(DataSource dataSource, JdbcLedger ledger) {
        StoredPositions positions = new StoredPositions(dataSource, JacksonSerializer.defaultSerializer());
        return ledger.isShared()
                ? new ManyProcesses(dataSource, ledger.head().origin(), positions)
                : new OneProcess(positions::read);
    }

    private static TokenStore tokens(JdbcTransactions transactions, Sharing sharing) {
        return JdbcTokenStore.builder()
                .connectionProvider(transactions)
                .serializer(JacksonSerializer.defaultSerializer())
                .nodeId(sharing.node())
                .claimTimeout(sharing.claimTimeout())
                .build();
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            String view, JdbcTransactions transactions, EventCodec codec) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(view)
                .connectionProvider(transactions)
                .transactionManager(transactions)
                .genericSerializer(JacksonSerializer.defaultSerializer())
                .eventSerializer(new EventSerializer(codec))
                .build();
    }

    private static void createTables(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            TokenSchema tokens = new TokenSchema();
            if (!hasTable(connection, tokens.tokenTable())) {
                try (var create = GenericTokenTableFactory.INSTANCE.createTable(connection, tokens)) {
                    create.executeUpdate();
                }
            }
            DeadLetterSchema letters = DeadLetterSchema.defaultSchema();
            if (!hasTable(connection, letters.deadLetterTable())) {
                try (var create = new GenericDeadLetterTableFactory().createTableStatement(connection, letters)) {
                    create.executeBatch();
                }
            }
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(
                    "the tables of the views cannot be made: " + e.getMessage()
                            + "; check the rights of the database user",
                    e);
        }
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), "%", null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
