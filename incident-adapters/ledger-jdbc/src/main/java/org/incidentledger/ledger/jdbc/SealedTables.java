package org.incidentledger.ledger.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/** The tables of sealed values and of the keys of subjects. */
final class SealedTables {
    private static final String PUT_KEY = "INSERT INTO sealing_key (subject, id, wrapped) VALUES (?, ?, ?)";

    private static final String PUT_VALUE = """
            INSERT INTO sealed_value (subject, id, key_id, position, content)
            VALUES (?, ?, ?, ?, ?)""";

    private static final String PUT_AT_ONCE = SealedPuts.INSERT_KEYS + ";\n" + SealedPuts.INSERT_VALUES;

    /** The condition under which a row belongs to the key that a subject has now. */
    private static final String OF_SUBJECT = "key_id = (SELECT id FROM sealing_key WHERE subject = ?)";

    private static final String REMOVE_VALUE = "DELETE FROM sealed_value WHERE " + OF_SUBJECT + " AND id = ?";

    private static final String REMOVE_KEY = """
            DELETE FROM sealing_key
            WHERE subject = ? AND NOT EXISTS (SELECT 1 FROM sealed_value WHERE key_id = sealing_key.id)""";

    private static final String VALUES = "SELECT subject, id, key_id, position, content FROM sealed_value ";
    private static final String BY_SUBJECT_AND_ID = VALUES + "WHERE " + OF_SUBJECT + " AND id = ? AND position < ?";
    private static final String BY_ID = VALUES + "WHERE id = ? AND position < ?";
    private static final String BY_SUBJECT = VALUES + "WHERE " + OF_SUBJECT + " AND position < ? ORDER BY position, id";
    private static final String IDS = "SELECT id FROM sealed_value WHERE " + OF_SUBJECT;
    private static final String IS_STORED = "SELECT 1 FROM sealed_value WHERE key_id = ? AND id = ?";
    private static final String KEY = "SELECT subject, id, wrapped FROM sealing_key WHERE subject = ?";
    private static final String KEY_IDS = "SELECT subject, id FROM sealing_key WHERE subject = ANY (?)";

    private static final String KEYS_BEHIND = """
            SELECT subject, id, wrapped
            FROM sealing_key
            WHERE subject > ?
            ORDER BY subject
            FETCH FIRST ? ROWS ONLY""";

    private static final String REWRAP =
            "UPDATE sealing_key SET wrapped = ? WHERE subject = ? AND id = ? AND wrapped = ?";

    private SealedTables() {}

    /** Stores the puts of a run; between removals their order does not matter. */
    @FunctionalInterface
    private interface Put {
        void all(Connection connection, SealedPuts puts) throws SQLException;
    }

    /** Carries out steps. */
    static void apply(Connection connection, List<SealedStep> steps) throws SQLException {
        apply(connection, steps, SealedTables::putInBatches);
    }

    /** The same with fewer round trips, on PostgreSQL. */
    static void applyAtOnce(Connection connection, List<SealedStep> steps) throws SQLException {
        apply(connection, steps, SealedTables::putAtOnce);
    }

    private static void apply(Connection connection, List<SealedStep> steps, Put put) throws SQLException {
        int from = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof SealedStep.Remove remove) {
                put.all(connection, SealedPuts.among(steps.subList(from, i)));
                remove(connection, remove);
                from = i + 1;
            }
        }
        put.all(connection, SealedPuts.among(steps.subList(from, steps.size())));
    }

    private static void putAtOnce(Connection connection, SealedPuts puts) throws SQLException {
        if (puts.values().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(PUT_AT_ONCE)) {
            puts.set(statement, 1);
            statement.execute();
        }
    }

    private static void putInBatches(Connection connection, SealedPuts puts) throws SQLException {
        if (puts.values().isEmpty()) {
            return;
        }
        try (PreparedStatement keys = connection.prepareStatement(PUT_KEY);
                PreparedStatement values = connection.prepareStatement(PUT_VALUE)) {
            for (WrappedKey key : puts.keys()) {
                add(keys, key);
            }
            for (EncryptedValue value : puts.values()) {
                add(values, value);
            }
            if (!puts.keys().isEmpty()) {
                keys.executeBatch();
            }
            values.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, WrappedKey key) throws SQLException {
        statement.setString(1, key.subject().value());
        statement.setObject(2, key.id());
        statement.setBytes(3, key.wrapped().bytes());
        statement.addBatch();
    }

    private static void add(PreparedStatement statement, EncryptedValue value) throws SQLException {
        statement.setString(1, value.subject().value());
        statement.setObject(2, value.id());
        statement.setObject(3, value.key());
        statement.setLong(4, value.position());
        statement.setBytes(5, value.content().bytes());
        statement.addBatch();
    }

    private static void remove(Connection connection, SealedStep.Remove remove) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMOVE_VALUE)) {
            for (UUID id : remove.values()) {
                statement.setString(1, remove.subject().value());
                statement.setObject(2, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        removeUnusedKey(connection, remove.subject());
    }

    private static void removeUnusedKey(Connection connection, ActorRef subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMOVE_KEY)) {
            statement.setString(1, subject.value());
            statement.executeUpdate();
        }
    }

    static Optional<EncryptedValue> find(Connection connection, ActorRef subject, UUID id, long size)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_SUBJECT_AND_ID)) {
            statement.setString(1, subject.value());
            statement.setObject(2, id);
            statement.setLong(3, size);
            return values(statement).stream().findFirst();
        }
    }

    static Optional<EncryptedValue> find(Connection connection, UUID id, long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            statement.setObject(1, id);
            statement.setLong(2, size);
            return values(statement).stream().findFirst();
        }
    }

    /** Whether a value is there, under the key that encrypts it. */
    static boolean isStored(Connection connection, EncryptedValue value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IS_STORED)) {
            statement.setObject(1, value.key());
            statement.setObject(2, value.id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    static List<EncryptedValue> about(Connection connection, ActorRef subject, long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_SUBJECT)) {
            statement.setString(1, subject.value());
            statement.setLong(2, size);
            return values(statement);
        }
    }

    static List<UUID> idsAbout(Connection connection, ActorRef subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IDS)) {
            statement.setString(1, subject.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<UUID> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    static Optional<WrappedKey> keyOf(Connection connection, ActorRef subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEY)) {
            statement.setString(1, subject.value());
            return keys(statement).stream().findFirst();
        }
    }

    /** The ids of the keys of those of the subjects that have one. */
    static Map<ActorRef, UUID> keyIds(Connection connection, Collection<ActorRef> subjects) throws SQLException {
        Array asked = connection.createArrayOf(
                "text", subjects.stream().map(ActorRef::value).toArray());
        try (PreparedStatement statement = connection.prepareStatement(KEY_IDS)) {
            statement.setArray(1, asked);
            try (ResultSet rows = statement.executeQuery()) {
                Map<ActorRef, UUID> ids = new HashMap<>();
                while (rows.next()) {
                    ids.put(new ActorRef(rows.getString(1)), rows.getObject(2, UUID.class));
                }
                return ids;
            }
        } finally {
            asked.free();
        }
    }

    static List<WrappedKey> keys(Connection connection, String behind, int max) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEYS_BEHIND)) {
            statement.setString(1, behind);
            statement.setInt(2, max);
            return keys(statement);
        }
    }

    static boolean rewrap(Connection connection, WrappedKey before, WrappedKey after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REWRAP)) {
            statement.setBytes(1, after.wrapped().bytes());
            statement.setString(2, before.subject().value());
            statement.setObject(3, before.id());
            statement.setBytes(4, before.wrapped().bytes());
            return statement.executeUpdate() == 1;
        }
    }

    private static List<EncryptedValue> values(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<EncryptedValue> values = new ArrayList<>();
            while (rows.next()) {
                values.add(new EncryptedValue(
                        rows.getObject(2, UUID.class),
                        new ActorRef(rows.getString(1)),
                        rows.getObject(3, UUID.class),
                        rows.getLong(4),
                        new Ciphertext(rows.getBytes(5))));
            }
            return values;
        }
    }

    private static List<WrappedKey> keys(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<WrappedKey> keys = new ArrayList<>();
            while (rows.next()) {
                keys.add(new WrappedKey(
                        rows.getObject(2, UUID.class),
                        new ActorRef(rows.getString(1)),
                        new Ciphertext(rows.getBytes(3))));
            }
            return keys;
        }
    }
}
