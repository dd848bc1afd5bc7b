package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What PostgreSQL notifies of one ledger, on one connection. Apart from its user, so that H2 needs no driver of PostgreSQL. */
final class Notifications implements AutoCloseable {
    /** What the trigger on the head of the ledger notifies. */
    private static final String CHANNEL = "incident_ledger";

    private final Connection connection;
    private final PGConnection driver;
    private final String prefix;

    /** Begins to listen on a connection, which is not closed with this. */
    Notifications(Connection connection, String origin) throws SQLException {
        this.connection = connection;
        this.driver = connection.unwrap(PGConnection.class);
        this.prefix = origin + " ";
        connection.setAutoCommit(true);
        execute("LISTEN " + CHANNEL);
    }

    /** Whether something was appended to the ledger; waits for that at most so long. */
    boolean arriveWithin(int millis) throws SQLException {
        PGNotification[] received = driver.getNotifications(millis);
        if (received != null) {
            for (PGNotification notification : received) {
                if (notification.getParameter().startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() throws SQLException {
        execute("UNLISTEN " + CHANNEL);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
