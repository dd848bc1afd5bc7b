package org.incidentledger.ledger.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.ledger.StreamId;

/** Looks up what a whole group asks for in two round trips, for a database on the other side of a network. */
final class GroupLookups {
    private static final String COMMANDS = "SELECT DISTINCT command_id FROM ledger_entry WHERE command_id = ANY (?)";

    private static final String LENGTHS = """
            SELECT asked.stream,
                   (SELECT COALESCE(MAX(sequence) + 1, 0) FROM ledger_entry WHERE stream = asked.stream)
            FROM unnest(?) AS asked (stream)""";

    private GroupLookups() {}

    /** Those of the commands that left something in the ledger. */
    static Set<UUID> appended(Connection connection, Collection<UUID> commands) throws SQLException {
        Array asked = connection.createArrayOf("uuid", commands.toArray());
        try (PreparedStatement statement = connection.prepareStatement(COMMANDS)) {
            statement.setArray(1, asked);
            try (ResultSet rows = statement.executeQuery()) {
                Set<UUID> found = new HashSet<>();
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
                return found;
            }
        } finally {
            asked.free();
        }
    }

    /** The length of every one of the streams; 0 for one that is not there. */
    static Map<StreamId, Long> lengths(Connection connection, Collection<StreamId> streams) throws SQLException {
        Array asked = connection.createArrayOf(
                "text", streams.stream().map(StreamId::toString).toArray());
        try (PreparedStatement statement = connection.prepareStatement(LENGTHS)) {
            statement.setArray(1, asked);
            try (ResultSet rows = statement.executeQuery()) {
                Map<StreamId, Long> lengths = new HashMap<>();
                while (rows.next()) {
                    lengths.put(StreamId.parse(rows.getString(1)), rows.getLong(2));
                }
                return lengths;
            }
        } finally {
            asked.free();
        }
    }
}
