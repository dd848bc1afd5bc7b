package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.EncryptedValue;

/**
 * The sealed values near the end of an embedded ledger, by what they are found by.
 *
 * @param places keys, their subjects, and where they must be noted to have values
 */
record TailOfValues(Set<Owned> values, Set<Noted> places) {
    private static final String NOTED = """
            SELECT COUNT(*) FROM sealing_key k
            WHERE k.subject = ? AND k.id = ?
            AND (k.stretch = ? OR EXISTS (SELECT 1 FROM sealed_place p WHERE p.key_id = k.id AND p.stretch = ?))""";

    /** A value. */
    record Owned(ActorRef subject, UUID id) {}

    /** A key with a stretch in which it has values. */
    record Noted(ActorRef subject, SealedChunks.Place place) {}

    /** @param from the position at which a group begins, or any that nothing is to be said of */
    static TailOfValues read(Connection connection, long from) throws SQLException {
        TailOfValues tail = new TailOfValues(new HashSet<>(), new HashSet<>());
        ChunkTable.forEach(connection, SealedChunk.firstId(from), chunk -> {
            chunk.values().forEach(tail::add);
            return true;
        });
        return tail;
    }

    private void add(EncryptedValue value) {
        values.add(new Owned(value.subject(), value.id()));
        places.add(new Noted(value.subject(), SealedChunks.Place.of(value)));
    }

    boolean holds(ActorRef subject, UUID value) {
        return values.contains(new Owned(subject, value));
    }

    /** Whether a value cannot be found by its subject: its key, or the note of where it is, is not there. */
    boolean isTorn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTED)) {
            for (Noted noted : places) {
                statement.setString(1, noted.subject().value());
                statement.setObject(2, noted.place().key());
                statement.setLong(3, noted.place().stretch());
                statement.setLong(4, noted.place().stretch());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (row.getLong(1) == 0) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
