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
import org.incidentledger.core.sealing.WrappedKey;

/** The wrapped keys of subjects, one row each; which columns more there are, and how rows come and go, is a matter of {@link SealedTables}. */
final class KeyTable {
    private static final String OF = "SELECT subject, id, wrapped FROM sealing_key WHERE subject = ?";

    private static final String IDS = "SELECT subject, id FROM sealing_key WHERE subject = ANY (?)";

    private static final String BEHIND = """
            SELECT subject, id, wrapped
            FROM sealing_key
            WHERE subject > ?
            ORDER BY subject
            FETCH FIRST ? ROWS ONLY""";

    private static final String REWRAP =
            "UPDATE sealing_key SET wrapped = ? WHERE subject = ? AND id = ? AND wrapped = ?";

    private KeyTable() {}

    static Optional<WrappedKey> of(Connection connection, ActorRef subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF)) {
            statement.setString(1, subject.value());
            return keys(statement).stream().findFirst();
        }
    }

    /** The ids of the keys of those of the subjects that have one. */
    static Map<ActorRef, UUID> ids(Connection connection, Collection<ActorRef> subjects) throws SQLException {
        Array asked = connection.createArrayOf(
                "text", subjects.stream().map(ActorRef::value).toArray(String[]::new));
        try (PreparedStatement statement = connection.prepareStatement(IDS)) {
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

    /** Those of the subjects behind this one, in the order of their references. */
    static List<WrappedKey> behind(Connection connection, String subject, int max) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEHIND)) {
            statement.setString(1, subject);
            statement.setInt(2, max);
            return keys(statement);
        }
    }

    /** @return false when the key is not wrapped like that any more */
    static boolean rewrap(Connection connection, WrappedKey before, WrappedKey after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REWRAP)) {
            statement.setBytes(1, after.wrapped().bytes());
            statement.setString(2, before.subject().value());
            statement.setObject(3, before.id());
            statement.setBytes(4, before.wrapped().bytes());
            return statement.executeUpdate() == 1;
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
