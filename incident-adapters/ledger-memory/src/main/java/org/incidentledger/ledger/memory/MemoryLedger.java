package org.incidentledger.ledger.memory;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.SealedStore;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TileSource;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * The reference ledger: what it does is what every ledger must do, in the simplest way that could be right. "Durable" means here
 * that the entries live as long as this object; they can still be read after it was closed.
 */
public final class MemoryLedger implements Ledger, LedgerTree {
    private final SignedTree tree;
    private final Entries entries;
    private final Clock clock;
    private final MemorySealedStore sealed = new MemorySealedStore();
    private boolean closed;

    /**
     * A ledger with a name and a key of its own, which live as long as it does.
     *
     * @param clock asked at each append; it may go backwards, {@code recordedAt} does not
     */
    public MemoryLedger(Clock clock) {
        this(clock, Ed25519Signer.generate("incident-ledger/" + UUID.randomUUID(), new SecureRandom()));
    }

    /** @param signer signs every checkpoint; the name of its key is the origin of the ledger */
    public MemoryLedger(Clock clock, NoteSigner signer) {
        this.clock = clock;
        this.tree = new SignedTree(signer);
        this.entries = new Entries(signer.verifierKey().name(), tree);
    }

    @Override
    public synchronized AppendResult append(Append append) {
        requireOpen();
        Optional<Receipt> earlier = entries.receipt(append.header().commandId());
        if (earlier.isPresent()) {
            return new AppendResult.AlreadyAppended(earlier.get());
        }
        long actual = entries.lengthOf(append.stream());
        if (actual != append.expectedSequence()) {
            return new AppendResult.Conflict(append.stream(), append.expectedSequence(), actual);
        }
        Optional<ActorRef> conflict = sealedConflict(append.change());
        if (conflict.isPresent()) {
            return new AppendResult.SealedConflict(conflict.get());
        }
        AppendResult result = entries.add(append, clock.instant());
        if (result instanceof AppendResult.Appended appended) {
            sealed.make(append.change(), appended.receipt().firstPosition());
        }
        return result;
    }

    private Optional<ActorRef> sealedConflict(SealedChange change) {
        boolean moved = change instanceof SealedChange.Erase erase
                && erase.seen().entrySet().stream()
                        .anyMatch(stream -> entries.lengthOf(stream.getKey()) != stream.getValue());
        return moved ? Optional.of(((SealedChange.Erase) change).subject()) : sealed.conflict(change);
    }

    @Override
    public SealedStore sealed() {
        return sealed;
    }

    @Override
    public synchronized LedgerHead head() {
        return entries.head();
    }

    @Override
    public synchronized List<StoredEntry> read(long fromPosition, int max) {
        return entries.read(fromPosition, max);
    }

    @Override
    public synchronized List<StoredEntry> readStream(StreamId stream, long fromSequence, int max) {
        return entries.readStream(stream, fromSequence, max);
    }

    @Override
    public synchronized Optional<Receipt> receipt(UUID commandId) {
        return entries.receipt(commandId);
    }

    @Override
    public synchronized long sizeAsOf(Instant instant) {
        return entries.sizeAsOf(instant);
    }

    @Override
    public synchronized VerifierKey key() {
        return tree.key();
    }

    @Override
    public synchronized Receipt rotateKey(CommandHeader header) {
        Optional<Receipt> earlier = entries.receipt(header.commandId());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        requireOpen();
        NoteSigner next = Ed25519Signer.generate(entries.head().origin(), new SecureRandom());
        LedgerEvent event =
                new LedgerEvent.KeyRotated(tree.key().text(), next.verifierKey().text());
        Draft draft = new Draft(UUID.randomUUID(), new EventCodec().encode(event));
        tree.rotateTo(next);
        append(new Append(Streams.LEDGER, entries.lengthOf(Streams.LEDGER), header, List.of(draft)));
        return entries.receipt(header.commandId()).orElseThrow();
    }

    @Override
    public synchronized SignedCheckpoint checkpoint() {
        return tree.checkpoint();
    }

    @Override
    public synchronized List<SignedCheckpoint> checkpoints(long fromSize, int max) {
        return tree.checkpoints(fromSize, max);
    }

    @Override
    public TileSource tiles() {
        return this::tile;
    }

    private void requireOpen() {
        if (closed) {
            throw new LedgerException.Unavailable("the ledger is closed; open it again to append", null);
        }
    }

    private synchronized Optional<byte[]> tile(TileId id) {
        return tree.tile(id);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
