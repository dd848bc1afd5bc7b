package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.Tile;
import org.incidentledger.ledger.jdbc.GroupLookups.Found;

/**
 * The whole transaction of a group in one round trip to PostgreSQL, for a group that was made on an assumption: that the ledger
 * still ends where it did, that no command of the group left anything before, and that every stream is as long, and every subject's
 * key the one, that the first append about it expects. The statement looks under the lock of the head and stores everything or nothing.
 */
final class OneTripAppend {
    /**
     * When the head is as it was known before the statement began, nothing was committed since: then all parts of the statement, which
     * see the database as it was at its beginning, see every entry.
     */
    private static final String STATEMENT = """
            WITH head AS (SELECT size FROM ledger_head FOR UPDATE),
            assumed AS (
                SELECT size FROM head
                WHERE size = ?
                AND NOT EXISTS (SELECT FROM ledger_entry WHERE command_id = ANY (?))
                AND NOT EXISTS (
                    SELECT FROM unnest(?, ?) AS asked (stream, length)
                    WHERE asked.length <> (
                        SELECT COALESCE(MAX(sequence) + 1, 0) FROM ledger_entry WHERE stream = asked.stream))
                %s
            ),
            entries AS (%s WHERE EXISTS (SELECT FROM assumed)),
            tiles AS (
                INSERT INTO ledger_tile (level, tile_index, hashes)
                SELECT level, tile_index, hashes FROM unnest(?, ?, ?) AS filled (level, tile_index, hashes)
                WHERE EXISTS (SELECT FROM assumed)
            ),
            signed AS (
                INSERT INTO ledger_checkpoint (size, note) SELECT ?, ? WHERE EXISTS (SELECT FROM assumed)
            ),
            moved AS (
                UPDATE ledger_head SET size = ?, last_recorded_at = ? WHERE EXISTS (SELECT FROM assumed)
            )
            %s
            SELECT EXISTS (SELECT FROM assumed);
            COMMIT""";

    /** Keys change only with an entry, so that what the statement sees of them is what holds when the head is as it was. */
    private static final String KEYS_AS_EXPECTED = """
            AND NOT EXISTS (
                SELECT FROM unnest(?, ?) AS asked (subject, key_id)
                WHERE asked.key_id IS DISTINCT FROM (SELECT id FROM sealing_key WHERE subject = asked.subject))""";

    private static final String SEALED = """
            , made AS (%s WHERE EXISTS (SELECT FROM assumed))
            , sealed AS (%s WHERE EXISTS (SELECT FROM assumed))""".formatted(SealedPuts.INSERT_KEYS, SealedPuts.INSERT_VALUES);

    private static final String APPEND = STATEMENT.formatted("", SqlArrays.INSERT_ENTRIES, "");
    private static final String APPEND_SEALED = STATEMENT.formatted(KEYS_AS_EXPECTED, SqlArrays.INSERT_ENTRIES, SEALED);

    /** Parameters of what is stored, without what is sealed. */
    private static final int STORED = 13;

    private OneTripAppend() {}

    /**
     * Stores and commits a group.
     *
     * @param asked every append that the group was asked about, also those that it turned away
     * @param known of whose keys the database is not asked: they are those of the ledger that ends where this one is assumed to end
     * @return whether what was assumed held; if not, nothing was stored
     */
    static boolean commit(Connection connection, List<Append> asked, GroupRows group, Known known) throws SQLException {
        Found expected = Found.asExpected(asked);
        Map<ActorRef, Optional<UUID>> keys = Objects.requireNonNull(expected.keys());
        try (PreparedStatement statement = connection.prepareStatement(keys.isEmpty() ? APPEND : APPEND_SEALED)) {
            assume(statement, asked, expected, group.before());
            if (keys.isEmpty()) {
                store(statement, 5, group);
            } else {
                assumeKeys(
                        statement,
                        keys.entrySet().stream()
                                .filter(key -> !known.isKeyOf(
                                        key.getKey(), key.getValue().orElse(null)))
                                .toList());
                store(statement, 7, group);
                group.sealed().set(statement, 7 + STORED);
            }
            statement.execute();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void assume(PreparedStatement statement, List<Append> asked, Found expected, LedgerHead before)
            throws SQLException {
        SqlArrays arrays = new SqlArrays(statement);
        List<Map.Entry<StreamId, Long>> lengths = List.copyOf(expected.lengths().entrySet());
        statement.setLong(1, before.size());
        arrays.setIds(2, asked, append -> append.header().commandId());
        arrays.setTexts(3, lengths, length -> length.getKey().toString());
        arrays.setLongs(4, lengths, Map.Entry::getValue);
    }

    private static void assumeKeys(PreparedStatement statement, List<Map.Entry<ActorRef, Optional<UUID>>> keys)
            throws SQLException {
        SqlArrays arrays = new SqlArrays(statement);
        arrays.setTexts(5, keys, key -> key.getKey().value());
        arrays.setIds(6, keys, key -> key.getValue().orElse(null));
    }

    private static void store(PreparedStatement statement, int first, GroupRows group) throws SQLException {
        SqlArrays arrays = new SqlArrays(statement);
        List<Tile> tiles = group.growth().fullTiles();
        SignedCheckpoint checkpoint = group.growth().checkpoint();
        OffsetDateTime recordedAt = Instants.toColumn(group.after().lastRecordedAt());
        statement.setObject(first, recordedAt);
        arrays.setEntries(first + 1, group.entries());
        arrays.setShorts(first + 6, tiles, tile -> (short) tile.id().level());
        arrays.setLongs(first + 7, tiles, tile -> tile.id().index());
        arrays.setBytes(first + 8, tiles, Tile::bytes);
        statement.setLong(first + 9, checkpoint.size());
        statement.setString(first + 10, checkpoint.note());
        statement.setLong(first + 11, group.after().size());
        statement.setObject(first + 12, recordedAt);
    }
}
