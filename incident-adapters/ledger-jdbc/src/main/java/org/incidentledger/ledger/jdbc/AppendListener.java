package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Says that other processes may have appended to a ledger on PostgreSQL, within moments of their commits. It keeps one connection.
 * While that is lost it speaks up once a second instead, and connects again.
 */
public final class AppendListener implements AutoCloseable {
    /** How long one look for notifications may take, and so how long closing may. */
    private static final int LOOK_MILLIS = 100;

    private static final long RETRY_MILLIS = 1_000;

    /** A connection that died without a word is silent, too: that many looks in vain and it is asked whether it lives. */
    private static final int QUIET_LOOKS_MAX = 50;

    private static final int VALID_SECONDS = 5;

    private final DataSource dataSource;
    private final String origin;
    private final Runnable listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private AppendListener(DataSource dataSource, String origin, Runnable listener) {
        this.dataSource = dataSource;
        this.origin = origin;
        this.listener = listener;
        this.thread =
                Thread.ofPlatform().name("incident-ledger-listener").daemon().unstarted(this::run);
    }

    /**
     * Begins to listen, where the database is one on which other processes may append; elsewhere nothing is ever said.
     *
     * @param origin the ledger; others in the same database do not count
     * @param listener called by a thread of this object's own, also without cause; it returns soon and throws nothing
     * @throws LedgerException.Unavailable when the database cannot be asked what it is
     */
    public static AppendListener listen(DataSource dataSource, String origin, Runnable listener) {
        AppendListener appends = new AppendListener(dataSource, origin, listener);
        try (Connection connection = dataSource.getConnection()) {
            if (Dialect.of(connection).sharesDurableCommits()) {
                appends.thread.start();
            }
            return appends;
        } catch (SQLException e) {
            throw StorageFailure.unavailable("listen for appends", e);
        }
    }

    /** Returns when nothing more will be said. Idempotent. */
    @Override
    public void close() {
        closed.countDown();
        ThreadEnd.await(thread);
    }

    private void run() {
        while (!closesWithin(0)) {
            try (Connection connection = dataSource.getConnection()) {
                listenOn(connection);
            } catch (SQLException lost) {
                // Whoever needs the database is told why by its own call; here it is only tried again.
                closesWithin(RETRY_MILLIS);
                listener.run();
            }
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        try (Notifications notifications = new Notifications(connection, origin)) {
            // What was appended before this moment was not notified here.
            listener.run();
            int quiet = 0;
            while (!closesWithin(0)) {
                if (notifications.arriveWithin(LOOK_MILLIS)) {
                    quiet = 0;
                    listener.run();
                } else if (++quiet >= QUIET_LOOKS_MAX) {
                    quiet = 0;
                    requireLife(connection);
                }
            }
        }
    }

    private static void requireLife(Connection connection) throws SQLException {
        if (!connection.isValid(VALID_SECONDS)) {
            throw new SQLException("the connection for notifications is dead");
        }
    }

    private boolean closesWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody but close() ends this thread.
            return closed.getCount() == 0;
        }
    }
}
