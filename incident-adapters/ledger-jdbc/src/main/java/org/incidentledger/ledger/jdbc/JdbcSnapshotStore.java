package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.incidentledger.core.ledger.Snapshot;
import org.incidentledger.core.ledger.SnapshotStore;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.Hash;

/**
 * Snapshots in the table that {@link JdbcLedger#open} makes, where it may: a ledger that was made before there was such a table, and is
 * opened by a user who cannot make one, has none. Nothing forces them to disk.
 */
public final class JdbcSnapshotStore implements SnapshotStore {
    private static final String FIND =
            "SELECT sequence, entry, format, state, checksum FROM aggregate_snapshot WHERE stream = ?";

    /** Two nodes may write the same one: the newer wins, whichever comes last. */
    private static final String REPLACE = """
            UPDATE aggregate_snapshot
            SET sequence = ?, entry = ?, format = ?, state = ?, checksum = ?
            WHERE stream = ? AND (sequence <= ? OR format <> ?)""";

    private static final String ADD = """
            INSERT INTO aggregate_snapshot (sequence, entry, format, state, checksum, stream)
            SELECT CAST(? AS bigint), ?, ?, ?, ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM aggregate_snapshot WHERE stream = ?)""";

    private static final String REMOVE = "DELETE FROM aggregate_snapshot WHERE stream = ?";

    private static final String CLEAR = "DELETE FROM aggregate_snapshot";

    private static final String UNIQUE_VIOLATION = "23505";

    private final ConnectionSource source;

    /** What is done with a connection. */
    @FunctionalInterface
    private interface Call<T> {
        T on(Connection connection) throws SQLException;
    }

    /** @param source lends the connection of the caller's transaction when there is one, else one that commits by itself */
    public JdbcSnapshotStore(ConnectionSource source) {
        this.source = source;
    }

    @Override
    public Optional<Snapshot> find(StreamId stream) {
        return call("read a snapshot", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, stream.toString());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(snapshot(stream, row)) : Optional.empty();
                }
            }
        });
    }

    private static Snapshot snapshot(StreamId stream, ResultSet row) throws SQLException {
        return new Snapshot(
                stream,
                row.getLong(1),
                Hash.of(row.getBytes(2)),
                row.getString(3),
                row.getString(4),
                Hash.of(row.getBytes(5)));
    }

    @Override
    public void put(Snapshot snapshot) {
        call("keep a snapshot", connection -> replace(connection, snapshot) || add(connection, snapshot));
    }

    private static boolean replace(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
            set(statement, snapshot);
            statement.setLong(7, snapshot.sequence());
            statement.setString(8, snapshot.format());
            return statement.executeUpdate() > 0;
        }
    }

    private static boolean add(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            set(statement, snapshot);
            statement.setString(7, snapshot.stream().toString());
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                // Another node was first; the next one of this stream replaces it.
                return false;
            }
            throw e;
        }
    }

    private static void set(PreparedStatement statement, Snapshot snapshot) throws SQLException {
        statement.setLong(1, snapshot.sequence());
        statement.setBytes(2, snapshot.entry().bytes());
        statement.setString(3, snapshot.format());
        statement.setString(4, snapshot.state());
        statement.setBytes(5, snapshot.checksum().bytes());
        statement.setString(6, snapshot.stream().toString());
    }

    @Override
    public void remove(StreamId stream) {
        call("remove a snapshot", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
                statement.setString(1, stream.toString());
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void clear() {
        call("remove the snapshots", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLEAR)) {
                return statement.executeUpdate();
            }
        });
    }

    private <T> T call(String doing, Call<T> call) {
        try (Connection connection = source.connection()) {
            return call.on(connection);
        } catch (SQLException e) {
            throw StorageFailure.unavailable(doing, e);
        }
    }
}
