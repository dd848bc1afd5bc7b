package org.incidentledger.embedded;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far each view has come: the last position whose documents and token are committed; -1 for none. Where other processes keep
 * views too, what is stored counts; else what this process was told of its own commits.
 */
final class ViewProgress {
    static final long NOTHING = -1;

    /** Nobody says when a view of another process has moved. */
    private static final long LOOK_AGAIN_MILLIS = 20;

    /** Whoever follows for as long as the process lives looks less often. */
    private static final long FOLLOW_MILLIS = 50;

    private final List<String> views;
    private final Sharing sharing;
    private final Map<String, Long> own = new ConcurrentHashMap<>();
    private boolean inDoubt;

    ViewProgress(List<String> views, Sharing sharing) {
        this.views = views;
        this.sharing = sharing;
    }

    long of(String view) {
        return positions().getOrDefault(view, NOTHING);
    }

    long least() {
        return least(views);
    }

    private long least(Collection<String> wanted) {
        Map<String, Long> positions = positions();
        return wanted.stream()
                .mapToLong(view -> positions.getOrDefault(view, NOTHING))
                .min()
                .orElse(NOTHING);
    }

    /** Says that a view has come to a position; a dead letter that was folded late takes it nowhere. */
    synchronized void reached(String view, long position) {
        own.merge(view, position, Math::max);
        notifyAll();
    }

    /** Says that a transaction of a view failed. It may have been committed all the same: what is stored counts when somebody asks. */
    synchronized void doubt(String view) {
        own.put(view, NOTHING);
        inDoubt = true;
        notifyAll();
    }

    /** Says that a view begins anew. */
    synchronized void reset(String view) {
        own.put(view, NOTHING);
    }

    /** @throws ViewLagException when a view has not reached the position in time, or this thread was interrupted */
    synchronized void await(long position, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (least() < position) {
            long millis = Math.ceilDiv(deadline - System.nanoTime(), 1_000_000L);
            if (millis <= 0) {
                throw lag(position, timeout);
            }
            try {
                wait(sharing.isShared() ? Math.min(millis, LOOK_AGAIN_MILLIS) : millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw lag(position, timeout);
            }
        }
    }

    /** Returns how far all of some views have come: once they are beyond a position, or the time is over. */
    synchronized long beyond(long position, Collection<String> wanted, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        long reached = least(wanted);
        long millis = atMost.toMillis();
        while (reached <= position && millis > 0) {
            wait(sharing.isShared() ? Math.min(millis, FOLLOW_MILLIS) : millis);
            reached = least(wanted);
            millis = Math.ceilDiv(deadline - System.nanoTime(), 1_000_000L);
        }
        return reached;
    }

    private Map<String, Long> positions() {
        return sharing.isShared() ? sharing.positions() : ownWithoutDoubt();
    }

    private synchronized Map<String, Long> ownWithoutDoubt() {
        if (inDoubt) {
            sharing.positions().forEach((view, position) -> own.merge(view, position, Math::max));
            inDoubt = false;
        }
        return own;
    }

    private ViewLagException lag(long awaited, Duration timeout) {
        Map<String, Long> positions = positions();
        String last = views.stream()
                .min((a, b) -> Long.compare(positions.getOrDefault(a, NOTHING), positions.getOrDefault(b, NOTHING)))
                .orElseThrow(() -> new IllegalStateException("no view is kept"));
        return new ViewLagException(last, positions.getOrDefault(last, NOTHING), awaited, timeout);
    }
}
