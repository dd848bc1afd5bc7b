package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.Tile;

/**
 * The whole transaction of a group in one round trip to PostgreSQL, for a group that was made on an assumption: that the ledger
 * still ends where it did, that no command of the group left anything before, and that every stream is as long as its first append
 * expects. The statement looks under the lock of the head and stores everything or nothing.
 */
final class OneTripAppend {
    /**
     * When the head is as it was known before the statement began, nothing was committed since: then all parts of the statement, which
     * see the database as it was at its beginning, see every entry.
     */
    private static final String APPEND = """
            WITH head AS (SELECT size FROM ledger_head FOR UPDATE),
            assumed AS (
                SELECT size FROM head
                WHERE size = ?
                AND NOT EXISTS (SELECT FROM ledger_entry WHERE command_id = ANY (?))
                AND NOT EXISTS (
                    SELECT FROM unnest(?, ?) AS asked (stream, length)
                    WHERE asked.length <> (
                        SELECT COALESCE(MAX(sequence) + 1, 0) FROM ledger_entry WHERE stream = asked.stream))
            ),
            entries AS (
                INSERT INTO ledger_entry (position, stream, sequence, command_id, recorded_at, bytes)
                SELECT position, stream, sequence, command_id, ?, bytes
                FROM unnest(?, ?, ?, ?, ?) AS added (position, stream, sequence, command_id, bytes)
                WHERE EXISTS (SELECT FROM assumed)
            ),
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
            SELECT EXISTS (SELECT FROM assumed);
            COMMIT""";

    private OneTripAppend() {}

    /**
     * Stores and commits a group.
     *
     * @param asked every append that the group was asked about, also those that it turned away
     * @return whether what was assumed held; if not, nothing was stored
     */
    static boolean commit(Connection connection, List<Append> asked, GroupRows group) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            assume(statement, asked, group.before());
            store(statement, group);
            statement.execute();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void assume(PreparedStatement statement, List<Append> asked, LedgerHead before) throws SQLException {
        SqlArrays arrays = new SqlArrays(statement);
        List<Map.Entry<StreamId, Long>> lengths =
                List.copyOf(GroupLookups.Found.asExpected(asked).lengths().entrySet());
        statement.setLong(1, before.size());
        arrays.set(2, "uuid", asked, append -> append.header().commandId());
        arrays.set(3, "text", lengths, length -> length.getKey().toString());
        arrays.set(4, "int8", lengths, Map.Entry::getValue);
    }

    private static void store(PreparedStatement statement, GroupRows group) throws SQLException {
        SqlArrays arrays = new SqlArrays(statement);
        List<Tile> tiles = group.growth().fullTiles();
        SignedCheckpoint checkpoint = group.growth().checkpoint();
        OffsetDateTime recordedAt = Instants.toColumn(group.after().lastRecordedAt());
        statement.setObject(5, recordedAt);
        arrays.setEntries(6, group.entries());
        arrays.set(11, "int2", tiles, tile -> (short) tile.id().level());
        arrays.set(12, "int8", tiles, tile -> tile.id().index());
        arrays.setBytes(13, tiles, Tile::bytes);
        statement.setLong(14, checkpoint.size());
        statement.setString(15, checkpoint.note());
        statement.setLong(16, group.after().size());
        statement.setObject(17, recordedAt);
    }
}
