package org.incidentledger.contracts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The sealed values in the database of a ledger, read and changed behind its back: by what the documentation says of the tables, without
 * the code that fills them. Each call has a connection of its own.
 */
public final class StoredValues {
    private static final int VALUE = 2;

    private final DataSource database;

    /** @param database H2 or PostgreSQL */
    public StoredValues(DataSource database) {
        this.database = database;
    }

    /**
     * A value among others in a row of H2.
     *
     * @param head what stands before the content and its length
     */
    private record Packed(UUID id, String subject, ByteBuffer head, ByteBuffer content) {
        static Packed next(ByteBuffer row) {
            int start = row.position();
            if (row.get() != VALUE) {
                throw new IllegalStateException("a row holds something else than values");
            }
            UUID id = new UUID(row.getLong(), row.getLong());
            String subject =
                    StandardCharsets.UTF_8.decode(cut(row, row.getShort())).toString();
            int keyAndPosition = 3 * Long.BYTES;
            row.position(row.position() + keyAndPosition);
            ByteBuffer head = row.slice(start, row.position() - start);
            return new Packed(id, subject, head, cut(row, row.getInt()));
        }

        private static ByteBuffer cut(ByteBuffer row, int length) {
            ByteBuffer cut = row.slice(row.position(), length);
            row.position(row.position() + length);
            return cut;
        }

        static byte[] join(List<Packed> values) {
            ByteArrayOutputStream row = new ByteArrayOutputStream();
            for (Packed value : values) {
                row.writeBytes(bytes(value.head));
                row.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(value.content.remaining())
                        .array());
                row.writeBytes(bytes(value.content));
            }
            return row.toByteArray();
        }

        Packed with(byte[] other) {
            return new Packed(id, subject, head, ByteBuffer.wrap(other));
        }
    }

    /** Whoever a value is about. */
    public Set<String> subjects() throws SQLException {
        Set<String> subjects = new HashSet<>();
        try (Connection connection = database.getConnection()) {
            if (isEmbedded(connection)) {
                packed(connection).values().forEach(row -> row.forEach(value -> subjects.add(value.subject())));
                return subjects;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT DISTINCT subject FROM sealed_value")) {
                while (rows.next()) {
                    subjects.add(rows.getString(1));
                }
            }
        }
        return subjects;
    }

    /**
     * The ciphertext of a value.
     *
     * @throws NoSuchElementException when there is no such value
     */
    public byte[] content(UUID id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (isEmbedded(connection)) {
                return packed(connection).values().stream()
                        .flatMap(List::stream)
                        .filter(value -> value.id().equals(id))
                        .map(value -> bytes(value.content()))
                        .findFirst()
                        .orElseThrow();
            }
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT content FROM sealed_value WHERE id = ?")) {
                statement.setObject(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new NoSuchElementException("there is no value " + id);
                    }
                    return row.getBytes(1);
                }
            }
        }
    }

    /** Puts another ciphertext in the place of a value's. */
    public void replace(UUID id, byte[] content) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!isEmbedded(connection)) {
                set(connection, "UPDATE sealed_value SET content = ? WHERE id = ?", content, id);
                return;
            }
            for (Map.Entry<Long, List<Packed>> row : packed(connection).entrySet()) {
                List<Packed> changed = row.getValue().stream()
                        .map(value -> value.id().equals(id) ? value.with(content) : value)
                        .toList();
                if (!changed.equals(row.getValue())) {
                    byte[] joined = Packed.join(changed);
                    set(connection, "UPDATE sealed_chunk SET content = ? WHERE id = ?", joined, row.getKey());
                }
            }
        }
    }

    /** Deletes every value, and leaves the keys. */
    public void deleteAll() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(isEmbedded(connection) ? "DELETE FROM sealed_chunk" : "DELETE FROM sealed_value");
        }
    }

    private static Map<Long, List<Packed>> packed(Connection connection) throws SQLException {
        Map<Long, List<Packed>> packed = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, content FROM sealed_chunk")) {
            while (rows.next()) {
                ByteBuffer row = ByteBuffer.wrap(rows.getBytes(2));
                List<Packed> values = new ArrayList<>();
                while (row.hasRemaining()) {
                    values.add(Packed.next(row));
                }
                packed.put(rows.getLong(1), values);
            }
        }
        return packed;
    }

    private static void set(Connection connection, String update, byte[] content, Object id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setBytes(1, content);
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return bytes;
    }

    private static boolean isEmbedded(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }
}
