package org.incidentledger.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.incidentledger.core.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/**
 * Starts the processors of the views, once: in the background when the views lack much, because most of that is taken in before them;
 * else at once. A start that failed is tried again when they are needed next. Safe for use by many threads.
 */
final class ViewStart {
    private final BooleanSupplier farBehind;
    private final Runnable catchUp;
    private final Supplier<Configuration> processors;
    private @Nullable CompletableFuture<Configuration> started;
    private volatile boolean closed;

    /**
     * @param catchUp takes in most of what the views lack
     * @param processors starts the processors
     */
    ViewStart(BooleanSupplier farBehind, Runnable catchUp, Supplier<Configuration> processors) {
        this.farBehind = farBehind;
        this.catchUp = catchUp;
        this.processors = processors;
    }

    /** Begins, if nobody has; does not wait for a catching up. */
    void begin() {
        CompletableFuture<Configuration> starting = started();
        if (starting.isCompletedExceptionally()) {
            result(starting);
        }
    }

    /** The processors, once they run. */
    Configuration running() {
        return result(started());
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends the processors, and a catching up as soon as it asks; nothing starts afterwards. */
    void close() {
        closed = true;
        CompletableFuture<Configuration> running;
        synchronized (this) {
            running = started;
        }
        if (running != null) {
            running.handle((axon, failure) -> axon)
                    .thenAccept(ViewStart::shutDown)
                    .join();
        }
    }

    private synchronized CompletableFuture<Configuration> started() {
        CompletableFuture<Configuration> last = started;
        if (last == null || last.isCompletedExceptionally()) {
            last = farBehind.getAsBoolean()
                    ? CompletableFuture.supplyAsync(this::catchUpAndRun, ViewStart::inBackground)
                    : CompletableFuture.completedFuture(run());
            started = last;
        }
        return last;
    }

    private static void inBackground(Runnable task) {
        Thread.ofPlatform().name("incident-ledger-views").daemon().start(task);
    }

    private Configuration catchUpAndRun() {
        catchUp.run();
        return run();
    }

    private Configuration run() {
        if (closed) {
            throw new LedgerException.Unavailable(
                    "the ledger is closed; open it again to bring its views up to date", null);
        }
        return processors.get();
    }

    private static Configuration result(CompletableFuture<Configuration> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void shutDown(@Nullable Configuration axon) {
        if (axon != null) {
            axon.shutdown();
        }
    }
}
