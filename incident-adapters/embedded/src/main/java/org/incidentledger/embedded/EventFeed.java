package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.StoredEntry;

/**
 * The events of the ledger for all the processors of this process: each page is read and decoded once while they keep pace, and all
 * of them are woken when there may be more. Safe for use by many threads.
 */
final class EventFeed {
    static final int PAGE_EVENTS = 500;

    /** Of decoded pages: views that keep pace share them, one that lags reads its own. */
    private static final int PAGES_MAX = 8;

    /** Every view costs a transaction for each batch: those of so long are one while many events come. */
    private static final long MOMENT_NANOS = 20_000_000;

    /** A wake-up may get lost between processes: so long nobody looks without one. */
    private static final long LOOK_AGAIN_NANOS = 500_000_000;

    private final LedgerReader ledger;
    private final HistoryDecoder decoder;
    private final long lookAgainNanos;
    private final Linger linger = new Linger(this::tell, MOMENT_NANOS);
    private final Set<LedgerEventStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<Long, List<TrackedEventMessage<?>>> pages = new LinkedHashMap<>();
    private final AtomicLong told = new AtomicLong();
    private Look last = new Look(-1, 0, 0);

    /**
     * How far the ledger went when it was read to its end the last time.
     *
     * @param told how often somebody had said by then that there may be more
     */
    private record Look(long told, long end, long nanos) {}

    EventFeed(LedgerReader ledger, HistoryDecoder decoder) {
        this(ledger, decoder, LOOK_AGAIN_NANOS);
    }

    EventFeed(LedgerReader ledger, HistoryDecoder decoder, long lookAgainNanos) {
        this.ledger = ledger;
        this.decoder = decoder;
        this.lookAgainNanos = lookAgainNanos;
    }

    /** A stream that begins at a position. */
    LedgerEventStream open(long position) {
        LedgerEventStream stream = new LedgerEventStream(this, position);
        streams.add(stream);
        return stream;
    }

    void closed(LedgerEventStream stream) {
        streams.remove(stream);
    }

    /** Says that something may have been appended; those who read hear of it within a moment. */
    void wake() {
        linger.wake();
    }

    private void tell() {
        told.incrementAndGet();
        streams.forEach(LedgerEventStream::wake);
    }

    /** The events from a position up to but not including another, as far as there are any; none of them is kept. */
    List<RecordedEvent> events(long from, long to) {
        List<RecordedEvent> events = new ArrayList<>();
        List<StoredEntry> page = ledger.read(from, (int) Math.min(PAGE_EVENTS, Math.max(to - from, 0)));
        while (!page.isEmpty()) {
            page.forEach(entry -> events.add(decoder.decode(entry)));
            long next = from + events.size();
            page = next < to ? ledger.read(next, (int) Math.min(PAGE_EVENTS, to - next)) : List.of();
        }
        return events;
    }

    /** Some events from a position on, in order; none when the ledger ends there. */
    synchronized List<TrackedEventMessage<?>> from(long position) {
        long number = position / PAGE_EVENTS;
        int offset = (int) (position % PAGE_EVENTS);
        List<TrackedEventMessage<?>> page = pages.getOrDefault(number, List.of());
        if (page.size() <= offset) {
            if (isAtKnownEnd(position)) {
                return List.of();
            }
            page = longer(number, page);
            if (page.size() <= offset) {
                return List.of();
            }
        }
        return page.subList(offset, page.size());
    }

    private boolean isAtKnownEnd(long position) {
        return position >= last.end() && last.told() == told.get() && System.nanoTime() - last.nanos() < lookAgainNanos;
    }

    private List<TrackedEventMessage<?>> longer(long number, List<TrackedEventMessage<?>> page) {
        // Before the ledger is read: what is told of meanwhile may come too late for this reading.
        long signal = told.get();
        long from = number * PAGE_EVENTS + page.size();
        int wanted = PAGE_EVENTS - page.size();
        List<StoredEntry> added = ledger.read(from, wanted);
        if (added.size() < wanted) {
            last = new Look(signal, from + added.size(), System.nanoTime());
        }
        List<TrackedEventMessage<?>> longer = new ArrayList<>(page);
        for (StoredEntry entry : added) {
            longer.add(EventMessages.tracked(decoder.decode(entry)));
        }
        pages.remove(number);
        pages.put(number, longer);
        if (pages.size() > PAGES_MAX) {
            pages.remove(pages.keySet().iterator().next());
        }
        return longer;
    }
}
