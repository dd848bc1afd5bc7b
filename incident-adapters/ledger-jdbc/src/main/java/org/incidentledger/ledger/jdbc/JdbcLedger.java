package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;

/**
 * The ledger in a relational database. An acknowledged append survives a killed process and a power cut.
 *
 * <p>All appends of this object go through one thread, which gathers those that wait and commits them together. An append waits
 * as long as that takes; a caller that will not wait longer interrupts its thread and learns whether its append was taken back
 * ({@link LedgerException.Unavailable}) or was under way already ({@link LedgerException.OutcomeUnknown}).
 *
 * <p>On H2 there must be one such object for a database at a time.
 */
public final class JdbcLedger implements Ledger {
    private final DurableHead durable;
    private final Sequencer sequencer;
    private final JdbcReader reader;

    private JdbcLedger(DurableHead durable, Sequencer sequencer, JdbcReader reader) {
        this.durable = durable;
        this.sequencer = sequencer;
        this.reader = reader;
    }

    /**
     * Opens the ledger in a database, or makes an empty one with a random origin.
     *
     * @param dataSource lends connections for as long as the ledger is open and is not closed with it; one connection is kept by
     *     the ledger
     * @param clock asked once for each group of appends; it may go backwards, {@code recordedAt} does not
     * @throws LedgerException.Unavailable when the database cannot be used, or is kept in a format that this library does not know
     * @throws LedgerException.Corrupt when the head of the ledger and its entries contradict each other
     */
    public static JdbcLedger open(DataSource dataSource, Clock clock) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Dialect dialect = Dialect.of(connection);
            dialect.requireFit(connection);
            Schema.open(connection, dialect);
            // What an earlier process committed and could not force any more is on disk before anybody reads it.
            dialect.force(connection);
            DurableHead durable = new DurableHead(Opening.verifiedHead(connection));
            connection.rollback();
            Sequencer sequencer = new Sequencer(new GroupWriter(dataSource, dialect, clock, durable));
            sequencer.start();
            return new JdbcLedger(durable, sequencer, new JdbcReader(dataSource));
        } catch (SQLException e) {
            throw StorageFailure.unavailable("open the ledger", e);
        }
    }

    /** How many requests wait for the group after this one. */
    int waiting() {
        return sequencer.waiting();
    }

    @Override
    public AppendResult append(Append append) {
        return sequencer.append(append);
    }

    @Override
    public LedgerHead head() {
        return durable.get();
    }

    @Override
    public List<StoredEntry> read(long fromPosition, int max) {
        return reader.read(fromPosition, max, durable.get().size());
    }

    @Override
    public List<StoredEntry> readStream(StreamId stream, long fromSequence, int max) {
        return reader.readStream(stream, fromSequence, max, durable.get().size());
    }

    /**
     * {@inheritDoc}
     *
     * <p>After an append whose outcome was unknown this finds out first.
     */
    @Override
    public Optional<Receipt> receipt(UUID commandId) {
        long size =
                durable.inDoubt() ? sequencer.settle().size() : durable.get().size();
        return reader.receipt(commandId, size);
    }

    @Override
    public long sizeAsOf(Instant instant) {
        return reader.sizeAsOf(instant, durable.get().size());
    }

    /** {@inheritDoc} What was queued before is appended first; reading goes on as long as the data source does. */
    @Override
    public void close() {
        sequencer.close();
    }
}
