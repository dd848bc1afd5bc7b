package org.incidentledger.ledger.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;

/**
 * The reference ledger: what it does is what every ledger must do, in the simplest way that could be right. "Durable" means here
 * that the entries live as long as this object; they can still be read after it was closed.
 */
public final class MemoryLedger implements Ledger {
    private final Entries entries;
    private final Clock clock;
    private boolean closed;

    /** @param clock asked at each append; it may go backwards, {@code recordedAt} does not */
    public MemoryLedger(Clock clock) {
        this.clock = clock;
        this.entries = new Entries("incident-ledger/" + UUID.randomUUID());
    }

    @Override
    public synchronized AppendResult append(Append append) {
        if (closed) {
            throw new LedgerException.Unavailable("the ledger is closed; open it again to append", null);
        }
        Optional<Receipt> earlier = entries.receipt(append.header().commandId());
        if (earlier.isPresent()) {
            return new AppendResult.AlreadyAppended(earlier.get());
        }
        long actual = entries.lengthOf(append.stream());
        if (actual != append.expectedSequence()) {
            return new AppendResult.Conflict(append.stream(), append.expectedSequence(), actual);
        }
        return entries.add(append, clock.instant());
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
    public synchronized void close() {
        closed = true;
    }
}
