package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.encoding.Entry;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.TilePath;
import org.incidentledger.ledger.journal.Journal;
import org.incidentledger.ledger.journal.JournalRecord;

/**
 * Looks for transactions of which H2 came back with a part. H2 stores a version of its tables and indexes while transactions go on, and
 * takes them one after the other: one that began and ended meanwhile is in those that were taken after it. The next version mends that;
 * a process that is killed before leaves it behind.
 */
final class H2Tears {
    /** More entries than can be appended while H2 looks at each of its tables once. */
    static final long TAIL = 10_000;

    private static final String ENTRIES = "SELECT COUNT(*) FROM ledger_entry";

    private static final String LAST_CHECKPOINT = "SELECT COALESCE(MAX(size), 0) FROM ledger_checkpoint";

    /** Rows that their index does not know. Each condition fits one index and no other. */
    private static final List<String> UNKNOWN_TO_INDEX = List.of("""
            SELECT COUNT(*) FROM ledger_entry a WHERE a.position >= ? AND NOT EXISTS
                (SELECT 1 FROM ledger_entry b WHERE b.stream = a.stream AND b.sequence = a.sequence)""", """
            SELECT COUNT(*) FROM ledger_entry a WHERE a.position >= ? AND NOT EXISTS
                (SELECT 1 FROM ledger_entry b WHERE b.command_id = a.command_id AND b.position + 0 = a.position)""", """
            SELECT COUNT(*) FROM ledger_tile a WHERE (a.tile_index + 1) * 256 >= ? AND NOT EXISTS
                (SELECT 1 FROM ledger_tile b WHERE b.level = a.level AND b.tile_index = a.tile_index)""", """
            SELECT COUNT(*) FROM sealed_place a WHERE (a.stretch + 1) * %d > ? AND NOT EXISTS
                (SELECT 1 FROM sealed_place b WHERE b.key_id = a.key_id)""".formatted(SealedChunk.STRETCH));

    private static final String TILES = "SELECT COUNT(*) FROM ledger_tile WHERE level = ?";

    private static final String TILE = "SELECT COUNT(*) FROM ledger_tile WHERE level = ? AND tile_index = ?";

    private static final String AT_SEQUENCE = "SELECT COUNT(*) FROM ledger_entry WHERE stream = ? AND sequence = ?";

    private static final String OF_COMMAND = "SELECT COUNT(*) FROM ledger_entry WHERE command_id = ?";

    private static final String KEY = "SELECT COUNT(*) FROM sealing_key WHERE subject = ? AND id = ?";

    private final Connection connection;
    private final Journal journal;

    H2Tears(Connection connection, Journal journal) {
        this.connection = connection;
        this.journal = journal;
    }

    /** Whether the tables of the ledger, or their indexes, contradict each other or the journal near their end. */
    boolean areThere() throws IOException {
        try {
            long size = HeadTable.read(connection).size();
            return !LostTables.of(connection).isEmpty()
                    || count(ENTRIES) != size
                    || EntryTable.size(connection) != size
                    || count(LAST_CHECKPOINT) != size
                    || isUnknownToIndex(size)
                    || lacksTiles(size)
                    || contradicts(size);
        } catch (SQLException indexWithoutRow) {
            return true;
        }
    }

    private boolean isUnknownToIndex(long size) throws SQLException {
        for (String query : UNKNOWN_TO_INDEX) {
            if (count(query, size - TAIL) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean lacksTiles(long size) throws SQLException {
        long full = size / TilePath.FULL_WIDTH;
        for (int level = 0; full > 0; level++) {
            if (count(TILES, level) != full || count(TILE, level, full) > 0) {
                return true;
            }
            full /= TilePath.FULL_WIDTH;
        }
        return false;
    }

    private boolean contradicts(long size) throws IOException, SQLException {
        List<JournalRecord> tail = new ArrayList<>();
        journal.read(size - TAIL, tail::add);
        SealedExpectation sealed = new SealedExpectation();
        long first = tail.isEmpty() ? size : tail.getFirst().position();
        TailOfValues values = TailOfValues.read(connection, Math.max(Math.min(first, size - TAIL), 0));
        for (JournalRecord group : tail) {
            boolean beyond = group.position() >= size;
            if (beyond && isInAnIndex(group)) {
                return true;
            }
            sealed.take(SealedSteps.read(group.attachment().bytes()), beyond);
        }
        return values.isTorn(connection)
                || sealed.isDisappointed(row -> row.isKey() ? holdsKey(row) : values.holds(row.subject(), row.id()))
                || SealedChunks.isAnyLeft(connection, sealed.removed());
    }

    /** A group that the tables lack. */
    private boolean isInAnIndex(JournalRecord group) throws SQLException {
        for (StoredEntry stored : group.entries()) {
            Entry entry = EntryFormat.read(stored);
            if (count(AT_SEQUENCE, entry.stream().toString(), entry.sequence()) > 0
                    || count(OF_COMMAND, entry.commandId()) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsKey(SealedExpectation.Row key) throws SQLException {
        return count(KEY, key.subject().value(), key.id()) > 0;
    }

    private long count(String query, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
