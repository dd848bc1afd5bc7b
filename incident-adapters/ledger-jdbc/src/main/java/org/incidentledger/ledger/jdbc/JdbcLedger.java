package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.SealedStore;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.TileSource;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * The ledger in a relational database. An acknowledged append survives a killed process and a power cut.
 *
 * <p>All appends of this object go through one thread, which gathers those that wait and commits them together. An append waits
 * as long as that takes; a caller that will not wait longer interrupts its thread and learns whether its append was taken back
 * ({@link LedgerException.Unavailable}) or was under way already ({@link LedgerException.OutcomeUnknown}).
 *
 * <p>On H2 there must be one such object for a database at a time. On PostgreSQL there may be many, in as many processes: each
 * sees at once what the others have appended.
 */
public final class JdbcLedger implements Ledger {
    private final Sequencer sequencer;
    private final Durability durability;
    private final JdbcReader reader;
    private final Horizon horizon;
    private final SigningKey key;
    private final Dialect dialect;

    private JdbcLedger(Engine engine, JdbcReader reader, Horizon horizon, SigningKey key) {
        this.sequencer = engine.sequencer();
        this.durability = engine.durability();
        this.dialect = engine.dialect();
        this.reader = reader;
        this.horizon = horizon;
        this.key = key;
    }

    /**
     * Opens the ledger in a database, or makes an empty one.
     *
     * @param clock asked once for each group of appends; it may go backwards, {@code recordedAt} does not
     * @throws LedgerException.Unavailable when the database cannot be used, is kept in a format that this library does not know, or
     *     was signed with another key
     * @throws LedgerException.Corrupt when what is stored contradicts itself, the last checkpoint, or the one that was kept outside
     *     of the database
     */
    public static JdbcLedger open(JdbcPlace place, Clock clock) {
        try (Connection connection = place.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Dialect dialect = Dialect.of(connection);
            dialect.requireFit(connection);
            Durability durability = durability(place, dialect);
            Schema.open(connection, dialect, place.notary());
            // What an earlier process committed and could not force any more is on disk before anybody reads it.
            dialect.force(connection);
            Opening.Opened opened = new Opening(connection, durability, place.notary()).open();
            DurableHead durable = new DurableHead(opened.tree().head());
            TreeGrower tree = new TreeGrower(opened.tree(), opened.signer());
            GroupMaker maker = new GroupMaker(clock, tree, place.notary(), dialect);
            Sequencer sequencer = new Sequencer(
                    durable.get().origin(),
                    new GroupWriter(new KeptConnection(place.dataSource(), dialect), durability, maker, durable));
            sequencer.start();
            if (durability.hasTraces()) {
                sequencer.purge();
            }
            JdbcReader reader = new JdbcReader(place.dataSource());
            return new JdbcLedger(
                    new Engine(sequencer, durability, dialect),
                    reader,
                    new Horizon(durable, dialect, reader),
                    new SigningKey(place.notary(), maker, sequencer));
        } catch (SQLException e) {
            throw StorageFailure.unavailable("open the ledger", e);
        }
    }

    /** What makes appends durable. */
    private record Engine(Sequencer sequencer, Durability durability, Dialect dialect) {}

    /** Whether other processes may append to the same ledger. */
    public boolean isShared() {
        return horizon.isShared();
    }

    private static Durability durability(JdbcPlace place, Dialect dialect) {
        return place.journal() == null
                ? new CommitDurability(dialect)
                : new JournalDurability(place.journal(), dialect);
    }

    @Override
    public SealedStore sealed() {
        return new JdbcSealedStore(reader, horizon, sequencer, dialect);
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
        return horizon.head();
    }

    @Override
    public List<StoredEntry> read(long fromPosition, int max) {
        long limit = Math.max(fromPosition, 0) + Math.max(max, 0);
        return reader.read(fromPosition, max, horizon.sizeUpTo(limit));
    }

    @Override
    public List<StoredEntry> readStream(StreamId stream, long fromSequence, int max) {
        return reader.readStream(stream, fromSequence, max, horizon.ofRows());
    }

    /**
     * {@inheritDoc}
     *
     * <p>After an append whose outcome was unknown this finds out first.
     */
    @Override
    public Optional<Receipt> receipt(UUID commandId) {
        long size = horizon.isInDoubt() ? sequencer.settle().size() : horizon.ofRows();
        return reader.receipt(commandId, size);
    }

    @Override
    public long sizeAsOf(Instant instant) {
        return reader.sizeAsOf(instant, horizon.head().size());
    }

    @Override
    public VerifierKey key() {
        return key.current();
    }

    @Override
    public Receipt rotateKey(CommandHeader header) {
        return key.rotate(this, header);
    }

    @Override
    public SignedCheckpoint checkpoint() {
        return reader.checkpoint(horizon.head().size());
    }

    @Override
    public List<SignedCheckpoint> checkpoints(long fromSize, int max) {
        return reader.checkpoints(fromSize, horizon.head().size(), max);
    }

    @Override
    public TileSource tiles() {
        return reader.tiles(horizon::head);
    }

    /** {@inheritDoc} What was queued before is appended first; reading goes on as long as the data source does. */
    @Override
    public void close() {
        try {
            if (durability.hasTraces()) {
                sequencer.purge();
            }
        } catch (LedgerException notNow) {
            // It is remembered, and done when the ledger is opened again.
            return;
        } finally {
            sequencer.close();
        }
    }
}
