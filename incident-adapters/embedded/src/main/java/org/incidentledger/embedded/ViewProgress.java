package org.incidentledger.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far each view has come: the last position whose documents and token are committed; -1 for none. */
final class ViewProgress {
    static final long NOTHING = -1;

    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    ViewProgress(List<String> views) {
        views.forEach(view -> positions.put(view, NOTHING));
    }

    long of(String view) {
        return positions.getOrDefault(view, NOTHING);
    }

    long least() {
        return positions.values().stream().mapToLong(Long::longValue).min().orElse(NOTHING);
    }

    /** Says that a view has come to a position; a dead letter that was folded late takes it nowhere. */
    synchronized void reached(String view, long position) {
        positions.merge(view, position, Math::max);
        notifyAll();
    }

    /** Says that a view begins anew. */
    synchronized void reset(String view) {
        positions.put(view, NOTHING);
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
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw lag(position, timeout);
            }
        }
    }

    private ViewLagException lag(long awaited, Duration timeout) {
        Map.Entry<String, Long> last = positions.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalStateException("no view is kept"));
        return new ViewLagException(last.getKey(), last.getValue(), awaited, timeout);
    }
}
