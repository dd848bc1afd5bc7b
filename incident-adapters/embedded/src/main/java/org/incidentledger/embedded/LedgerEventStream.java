package org.incidentledger.embedded;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.incidentledger.core.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/** What one processor reads. It is told at once when there is more, so that it need not ask again and again. */
final class LedgerEventStream implements TrackingEventStream {
    private final EventFeed feed;
    private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private long next;
    private volatile @Nullable Runnable onAvailable;

    LedgerEventStream(EventFeed feed, long next) {
        this.feed = feed;
        this.next = next;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        return isReady() ? Optional.ofNullable(ready.peek()) : Optional.empty();
    }

    @Override
    public synchronized boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!isReady()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    @Override
    public synchronized TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!isReady()) {
            TimeUnit.SECONDS.timedWait(this, 1);
        }
        next++;
        return ready.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return true;
    }

    @Override
    public void close() {
        onAvailable = null;
        feed.closed(this);
    }

    void wake() {
        Runnable callback = onAvailable;
        if (callback != null) {
            callback.run();
        }
        synchronized (this) {
            notifyAll();
        }
    }

    /** While the database is away there is just nothing to read: an error here would keep the view away for longer than that. */
    private boolean isReady() {
        if (ready.isEmpty()) {
            try {
                ready.addAll(feed.from(next));
            } catch (LedgerException.Unavailable away) {
                return false;
            }
        }
        return !ready.isEmpty();
    }
}
