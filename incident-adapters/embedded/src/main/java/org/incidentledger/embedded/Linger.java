package org.incidentledger.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Passes a wake-up on at once, unless it passed one on a moment ago: then at the end of that moment, once for all that came meanwhile. So
 * whoever is woken finds many things to do at a time when there are many, and waits for none when there are few. Safe for use by many
 * threads.
 */
final class Linger {
    private final Runnable target;
    private final long momentNanos;
    private long lastNanos;
    private boolean pending;

    Linger(Runnable target, long momentNanos) {
        this.target = target;
        this.momentNanos = momentNanos;
        this.lastNanos = System.nanoTime() - momentNanos;
    }

    void wake() {
        long wait;
        synchronized (this) {
            if (pending) {
                return;
            }
            long now = System.nanoTime();
            wait = lastNanos + momentNanos - now;
            if (wait > 0) {
                pending = true;
            } else {
                lastNanos = now;
            }
        }
        if (wait > 0) {
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS).execute(this::pass);
        } else {
            target.run();
        }
    }

    private void pass() {
        synchronized (this) {
            pending = false;
            lastNanos = System.nanoTime();
        }
        target.run();
    }
}
