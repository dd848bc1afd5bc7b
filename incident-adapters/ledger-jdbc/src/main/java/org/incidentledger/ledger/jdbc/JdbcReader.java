package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.TileSource;

/** Reads entries, each call with a connection of its own and never beyond the size it is given. */
final class JdbcReader {
    /** What is read with one connection. */
    @FunctionalInterface
    interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;

    JdbcReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Where the ledger ends, as the database shows it now. */
    LedgerHead head() {
        return query(HeadTable::read);
    }

    List<StoredEntry> read(long fromPosition, int max, long size) {
        long from = Math.max(fromPosition, 0);
        long to = Math.min(from + Math.max(max, 0), size);
        if (from >= to) {
            return List.of();
        }
        List<StoredEntry> entries = query(connection -> EntryTable.between(connection, from, to));
        requireDense(entries, from, to);
        return entries;
    }

    List<StoredEntry> readStream(StreamId stream, long fromSequence, int max, long size) {
        long from = Math.max(fromSequence, 0);
        long to = from + Math.max(max, 0);
        return query(connection -> EntryTable.ofStream(connection, stream, from, to, size));
    }

    Optional<Receipt> receipt(UUID commandId, long size) {
        return query(connection -> EntryTable.receipt(connection, commandId, size));
    }

    SignedCheckpoint checkpoint(long size) {
        return query(connection -> CheckpointTable.at(connection, size))
                .orElseThrow(() -> new LedgerException.Corrupt(
                        size, "the checkpoint of this size is missing from the database", null));
    }

    List<SignedCheckpoint> checkpoints(long fromSize, long size, int max) {
        return query(connection -> CheckpointTable.between(connection, fromSize, size, Math.max(max, 0)));
    }

    /** @param head says how far entries may be trusted */
    TileSource tiles(Supplier<LedgerHead> head) {
        return id -> {
            long leaves = StoredTiles.leavesUnder(id);
            return leaves > head.get().size()
                    ? Optional.empty()
                    : query(connection -> new StoredTiles(connection).tile(id));
        };
    }

    /** Times never decrease with position, so halving the range finds the place without an index. */
    long sizeAsOf(Instant instant, long size) {
        return query(connection -> {
            long low = 0;
            long high = size;
            while (low < high) {
                long middle = (low + high) >>> 1;
                if (recordedAt(connection, middle).isAfter(instant)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        });
    }

    private static Instant recordedAt(Connection connection, long position) throws SQLException {
        return EntryTable.recordedAt(connection, position).orElseThrow(() -> missing(position));
    }

    private static void requireDense(List<StoredEntry> entries, long from, long to) {
        for (long position = from; position < to; position++) {
            int index = (int) (position - from);
            if (index >= entries.size() || entries.get(index).position() != position) {
                throw missing(position);
            }
        }
    }

    private static LedgerException.Corrupt missing(long position) {
        return new LedgerException.Corrupt(position, "the entry is missing from the database", null);
    }

    <T> T query(Query<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw StorageFailure.unavailable("read the ledger", e);
        }
    }
}
