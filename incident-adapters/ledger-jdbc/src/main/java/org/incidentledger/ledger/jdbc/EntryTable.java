package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;

/** The entries. Every query is bounded by a size, so that a reader sees nothing beyond what it may trust. */
final class EntryTable {
    private static final String INSERT = """
            INSERT INTO ledger_entry (position, stream, sequence, command_id, recorded_at, bytes)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String BY_POSITION = """
            SELECT position, bytes
            FROM ledger_entry
            WHERE position >= ? AND position < ?
            ORDER BY position""";

    private static final String BY_SEQUENCE = """
            SELECT position, bytes
            FROM ledger_entry
            WHERE stream = ? AND sequence >= ? AND sequence < ? AND position < ?
            ORDER BY sequence""";

    private static final String BY_COMMAND = """
            SELECT position, stream, recorded_at, bytes
            FROM ledger_entry
            WHERE command_id = ? AND position < ?
            ORDER BY position""";

    // Two rows decide whether a stream has a certain length, however long it is.
    private static final String AROUND_SEQUENCE = """
            SELECT sequence
            FROM ledger_entry
            WHERE stream = ? AND sequence >= ?
            ORDER BY sequence
            FETCH FIRST 2 ROWS ONLY""";

    private static final String LENGTH = """
            SELECT COALESCE(MAX(sequence) + 1, 0)
            FROM ledger_entry
            WHERE stream = ?""";

    private static final String RECORDED_AT = "SELECT recorded_at FROM ledger_entry WHERE position = ?";

    private static final String SIZE = "SELECT COALESCE(MAX(position) + 1, 0) FROM ledger_entry";

    private EntryTable() {}

    static void insert(Connection connection, List<EntryRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (EntryRow row : rows) {
                statement.setLong(1, row.entry().position());
                statement.setString(2, row.stream().toString());
                statement.setLong(3, row.sequence());
                statement.setObject(4, row.commandId());
                statement.setObject(5, Instants.toColumn(row.recordedAt()));
                statement.setBytes(6, row.entry().bytes());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The entries from a position up to but not including another. */
    static List<StoredEntry> between(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_POSITION)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            return entries(statement);
        }
    }

    /** The entries of a stream from a sequence up to but not including another. */
    static List<StoredEntry> ofStream(Connection connection, StreamId stream, long from, long to, long size)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_SEQUENCE)) {
            statement.setString(1, stream.toString());
            statement.setLong(2, from);
            statement.setLong(3, to);
            statement.setLong(4, size);
            return entries(statement);
        }
    }

    /** What a command left among the first {@code size} entries. */
    static Optional<Receipt> receipt(Connection connection, UUID commandId, long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_COMMAND)) {
            statement.setObject(1, commandId);
            statement.setLong(2, size);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(receipt(commandId, rows)) : Optional.empty();
            }
        }
    }

    /** The length of a stream, found at once when it is as expected. */
    static long lengthOf(Connection connection, StreamId stream, long expected) throws SQLException {
        return hasLength(connection, stream, expected) ? expected : lengthOf(connection, stream);
    }

    /** When the entry at a position was recorded; empty when there is none. */
    static Optional<Instant> recordedAt(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECORDED_AT)) {
            statement.setLong(1, position);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(Instants.fromColumn(rows, 1)) : Optional.empty();
            }
        }
    }

    /** One more than the highest position. */
    static long size(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SIZE);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean hasLength(Connection connection, StreamId stream, long expected) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AROUND_SEQUENCE)) {
            statement.setString(1, stream.toString());
            statement.setLong(2, expected - 1);
            try (ResultSet rows = statement.executeQuery()) {
                boolean lastIsThere = expected == 0 || (rows.next() && rows.getLong(1) == expected - 1);
                return lastIsThere && !rows.next();
            }
        }
    }

    private static long lengthOf(Connection connection, StreamId stream) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LENGTH)) {
            statement.setString(1, stream.toString());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Receipt receipt(UUID commandId, ResultSet rows) throws SQLException {
        long first = rows.getLong(1);
        StreamId stream = StreamId.parse(rows.getString(2));
        Instant recordedAt = Objects.requireNonNull(Instants.fromColumn(rows, 3));
        List<UUID> ids = new ArrayList<>();
        do {
            StoredEntry entry = new StoredEntry(rows.getLong(1), rows.getBytes(4));
            ids.add(EntryFormat.read(entry).id());
        } while (rows.next());
        return new Receipt(commandId, stream, first, ids, recordedAt);
    }

    private static List<StoredEntry> entries(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<StoredEntry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(new StoredEntry(rows.getLong(1), rows.getBytes(2)));
            }
            return entries;
        }
    }
}
