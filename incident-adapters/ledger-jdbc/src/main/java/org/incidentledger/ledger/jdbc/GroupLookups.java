package org.incidentledger.ledger.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.StreamId;
import org.jspecify.annotations.Nullable;

/** Looks up what a whole group asks for, together with the lock of the head: one round trip to a database across a network. */
final class GroupLookups {
    private static final String FOUND = """
            ARRAY(SELECT DISTINCT command_id FROM ledger_entry WHERE command_id = ANY (?)),
            ARRAY(SELECT (SELECT COALESCE(MAX(sequence) + 1, 0) FROM ledger_entry WHERE stream = asked.stream)
                  FROM unnest(?) WITH ORDINALITY AS asked (stream, number)
                  ORDER BY asked.number)""";

    private static final String LOCK =
            "SELECT origin, size, last_recorded_at, " + FOUND + " FROM ledger_head FOR UPDATE";

    private static final String FIND = "SELECT " + FOUND;

    private GroupLookups() {}

    /**
     * What is in the ledger already.
     *
     * @param appended those of the group's commands that left something
     * @param lengths of every stream that the group appends to; 0 for one that is not there
     * @param keys of every subject of which the group seals something; absent when they were not looked up
     */
    record Found(
            Set<UUID> appended,
            Map<StreamId, Long> lengths,
            @Nullable Map<ActorRef, Optional<UUID>> keys) {
        /** What will be found if no command comes a second time and every sender saw its stream and its subjects as they are. */
        static Found asExpected(List<Append> appends) {
            Map<StreamId, Long> lengths = new LinkedHashMap<>();
            appends.forEach(append -> lengths.putIfAbsent(append.stream(), append.expectedSequence()));
            return new Found(Set.of(), lengths, SealedGroup.expectedKeys(appends));
        }
    }

    /**
     * Locks the head and looks up what the appends ask for.
     *
     * @param known how many entries the ledger was known to have before this call. If it has more now, the statement may have begun
     *     before they were there, and a second one looks again
     */
    static GroupStart start(Connection connection, List<Append> appends, long known) throws SQLException {
        List<StreamId> streams = streams(appends);
        LedgerHead head;
        Found found;
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            ask(statement, appends, streams);
            try (ResultSet rows = statement.executeQuery()) {
                head = HeadTable.head(rows);
                found = found(rows, 4, streams);
            }
        }
        return new GroupStart(head, head.size() == known ? found : find(connection, appends));
    }

    private static Found find(Connection connection, List<Append> appends) throws SQLException {
        List<StreamId> streams = streams(appends);
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            ask(statement, appends, streams);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return found(rows, 1, streams);
            }
        }
    }

    private static void ask(PreparedStatement statement, List<Append> appends, List<StreamId> streams)
            throws SQLException {
        SqlArrays arrays = new SqlArrays(statement);
        arrays.setIds(1, appends, append -> append.header().commandId());
        arrays.setTexts(2, streams, StreamId::toString);
    }

    private static Found found(ResultSet rows, int column, List<StreamId> streams) throws SQLException {
        Set<UUID> appended = Set.of(values(rows, column, UUID[].class));
        Long[] each = values(rows, column + 1, Long[].class);
        Map<StreamId, Long> lengths = new HashMap<>();
        for (int i = 0; i < each.length; i++) {
            lengths.put(streams.get(i), each[i]);
        }
        return new Found(appended, lengths, null);
    }

    private static <T> T[] values(ResultSet rows, int column, Class<T[]> type) throws SQLException {
        Array array = rows.getArray(column);
        try {
            return type.cast(array.getArray());
        } finally {
            array.free();
        }
    }

    private static List<StreamId> streams(List<Append> appends) {
        return appends.stream().map(Append::stream).distinct().toList();
    }
}
