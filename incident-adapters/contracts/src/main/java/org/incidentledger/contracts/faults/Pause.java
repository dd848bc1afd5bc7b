package org.incidentledger.contracts.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up one step until it is let go. */
public final class Pause {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    Pause() {}

    /** Waits until somebody is held up here. */
    public void awaitReached() {
        await(reached);
    }

    /** Lets the step go on. */
    public void letGo() {
        letGo.countDown();
    }

    void hold() {
        reached.countDown();
        await(letGo);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited %d seconds in vain".formatted(PATIENCE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
