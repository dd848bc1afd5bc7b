package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;

/** A row for each sealed value, on PostgreSQL. */
final class SealedRows implements SealedTables {
    private static final String PUT = SealedPuts.INSERT_KEYS + ";\n" + SealedPuts.INSERT_VALUES;

    /** The condition under which a row belongs to the key that a subject has now. */
    private static final String OF_SUBJECT = "key_id = (SELECT id FROM sealing_key WHERE subject = ?)";

    private static final String REMOVE_VALUE = "DELETE FROM sealed_value WHERE " + OF_SUBJECT + " AND id = ?";

    private static final String REMOVE_UNUSED_KEY = """
            DELETE FROM sealing_key
            WHERE subject = ? AND NOT EXISTS (SELECT 1 FROM sealed_value WHERE key_id = sealing_key.id)""";

    private static final String VALUES = "SELECT subject, id, key_id, position, content FROM sealed_value ";
    private static final String BY_SUBJECT_AND_ID = VALUES + "WHERE " + OF_SUBJECT + " AND id = ? AND position < ?";
    private static final String BY_ID = VALUES + "WHERE id = ? AND position < ?";
    private static final String BY_SUBJECT = VALUES + "WHERE " + OF_SUBJECT + " AND position < ? ORDER BY position, id";

    @Override
    public String name() {
        return "sealed_value";
    }

    @Override
    public void put(Connection connection, SealedPuts puts, Known known) throws SQLException {
        if (puts.values().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(PUT)) {
            puts.set(statement, 1);
            statement.execute();
        }
    }

    @Override
    public void remove(Connection connection, SealedStep.Remove remove) throws SQLException {
        try (PreparedStatement values = connection.prepareStatement(REMOVE_VALUE);
                PreparedStatement key = connection.prepareStatement(REMOVE_UNUSED_KEY)) {
            for (UUID id : remove.values()) {
                values.setString(1, remove.subject().value());
                values.setObject(2, id);
                values.addBatch();
            }
            values.executeBatch();
            key.setString(1, remove.subject().value());
            key.executeUpdate();
        }
    }

    @Override
    public Optional<EncryptedValue> find(Connection connection, ActorRef subject, UUID id, long size)
            throws SQLException {
        return values(connection, BY_SUBJECT_AND_ID, subject.value(), id, size).stream()
                .findFirst();
    }

    @Override
    public Optional<EncryptedValue> find(Connection connection, UUID id, long size) throws SQLException {
        return values(connection, BY_ID, id, size).stream().findFirst();
    }

    @Override
    public List<EncryptedValue> about(Connection connection, ActorRef subject, long size) throws SQLException {
        return values(connection, BY_SUBJECT, subject.value(), size);
    }

    private static List<EncryptedValue> values(Connection connection, String query, Object... asked)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < asked.length; i++) {
                statement.setObject(i + 1, asked[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<EncryptedValue> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(value(rows));
                }
                return values;
            }
        }
    }

    /** Of a row that has the columns subject, id, key_id, position and content, in this order. */
    static EncryptedValue value(ResultSet row) throws SQLException {
        return new EncryptedValue(
                row.getObject(2, UUID.class),
                new ActorRef(row.getString(1)),
                row.getObject(3, UUID.class),
                row.getLong(4),
                new Ciphertext(row.getBytes(5)));
    }
}
