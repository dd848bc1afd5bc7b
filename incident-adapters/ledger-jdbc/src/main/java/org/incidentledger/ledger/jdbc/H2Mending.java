package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.ledger.journal.Journal;

/**
 * Makes a database anew out of one that came back with parts of transactions: what lies well before its end is copied, row by row and
 * without using an index; the journal has the rest, and opening the ledger repeats it, each group checked against what was signed. Views,
 * and whatever else follows from entries, are left out.
 *
 * <p>A crash in here leaves the database as it was: the new one takes its place when it lies on disk.
 */
final class H2Mending {
    /** A copy that is not finished. */
    static final String FILE = "ledger-mended";

    private static final int BATCH = 1_000;

    private static final String UNUSED_KEYS = """
            DELETE FROM sealing_key k WHERE NOT EXISTS (SELECT 1 FROM sealed_place p WHERE p.key_id = k.id)""";

    private static final String FULL_BY = "(tile_index + 1) * POWER(256, level + 1) <= ?";

    private final Connection torn;
    private final Journal journal;

    H2Mending(Connection torn, Journal journal) {
        this.torn = torn;
        this.journal = journal;
    }

    /**
     * Puts a whole database in the place of the torn one, whose connections must be closed before it is opened.
     *
     * @param directory of the torn one
     * @param copy an empty database in {@link #FILE}, beside it
     * @return false when the journal does not reach back to where the database is whole; then nothing is changed
     */
    boolean replace(H2Directory directory, DataSource copy) throws SQLException, IOException {
        Path mended = directory.path().resolve(FILE + ".mv.db");
        Files.deleteIfExists(mended);
        Optional<Long> safe = safeSize();
        if (safe.isEmpty() || !fill(copy, safe.get())) {
            Files.deleteIfExists(mended);
            return false;
        }
        try (FileChannel channel = FileChannel.open(mended, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(mended, directory.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OpenMark.forceDirectory(directory.path());
        return true;
    }

    /** The end of a group of the journal, or its beginning, well before the first thing that may be missing. */
    private Optional<Long> safeSize() throws SQLException, IOException {
        Optional<Long> first = journal.first();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        boolean whole = LostTables.of(torn).isEmpty();
        long end = whole ? Math.min(HeadTable.read(torn).size(), EntryTable.size(torn)) : 0;
        if (first.get() > end) {
            return Optional.empty();
        }
        List<Long> starts = new ArrayList<>();
        journal.read(Math.max(first.get(), end - H2Tears.TAIL), group -> starts.add(group.position()));
        return starts.isEmpty() ? first : Optional.of(Collections.min(starts));
    }

    private boolean fill(DataSource copy, long safe) throws SQLException {
        try (Connection whole = copy.getConnection();
                Statement statement = whole.createStatement()) {
            whole.setAutoCommit(false);
            streamResults();
            statement.execute(Schema.script(new H2Dialect().schemaResource()));
            copy(
                    whole,
                    "ledger_entry",
                    "position, stream, sequence, command_id, recorded_at, bytes",
                    "position < ?",
                    safe);
            copy(whole, "ledger_tile", "level, tile_index, hashes", FULL_BY, safe);
            copy(whole, "ledger_checkpoint", "size, note", "size <= ?", safe);
            copy(whole, "sealed_chunk", "id, content", "id < ?", SealedChunk.firstId(safe));
            SealedChunks.putAllPlaces(whole);
            copy(whole, "sealing_key", "subject, id, wrapped, stretch", "? >= 0", safe);
            statement.executeUpdate(UNUSED_KEYS);
            copy(whole, "command_refusal", "command_id, stream, rule, message, recorded_at", "? >= 0", safe);
            HeadTable.create(whole, origin(), Schema.FORMAT_VERSION);
            moveHead(whole, safe);
            whole.commit();
            return EntryTable.size(whole) == safe
                    && rows(whole) == safe
                    && (safe == 0 || CheckpointTable.at(whole, safe).isPresent());
        }
    }

    /** As the journal says it: the table of the head may be lost. */
    private String origin() {
        SignedCheckpoint last = journal.last().orElseThrow(() -> new IllegalStateException("the journal is empty"));
        return Checkpoint.parse(SignedNote.parse(last.note()).text()).origin();
    }

    /** H2 would gather all rows of a result in memory, or in a temporary file. */
    private void streamResults() throws SQLException {
        try (Statement statement = torn.createStatement()) {
            statement.execute("SET LAZY_QUERY_EXECUTION 1");
        }
    }

    private static void moveHead(Connection whole, long safe) throws SQLException {
        if (safe > 0) {
            String origin = HeadTable.read(whole).origin();
            HeadTable.move(
                    whole,
                    new LedgerHead(
                            origin, safe, EntryTable.recordedAt(whole, safe - 1).orElse(null)));
        }
    }

    private static long rows(Connection whole) throws SQLException {
        try (Statement statement = whole.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM ledger_entry")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void copy(Connection whole, String table, String columns, String condition, long limit)
            throws SQLException {
        if (!Schema.hasTable(torn, table.toUpperCase(Locale.ROOT))) {
            return;
        }
        int count = columns.split(",").length;
        String values = String.join(", ", Collections.nCopies(count, "?"));
        try (PreparedStatement read =
                        torn.prepareStatement("SELECT %s FROM %s WHERE %s".formatted(columns, table, condition));
                PreparedStatement write =
                        whole.prepareStatement("INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, values))) {
            read.setLong(1, limit);
            read.setFetchSize(BATCH);
            try (ResultSet rows = read.executeQuery()) {
                insert(rows, write, count);
            }
            whole.commit();
        }
    }

    private static void insert(ResultSet rows, PreparedStatement write, int columns) throws SQLException {
        int waiting = 0;
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                write.setObject(i, rows.getObject(i));
            }
            write.addBatch();
            waiting++;
            if (waiting == BATCH) {
                write.executeBatch();
                write.getConnection().commit();
                waiting = 0;
            }
        }
        if (waiting > 0) {
            write.executeBatch();
        }
    }
}
