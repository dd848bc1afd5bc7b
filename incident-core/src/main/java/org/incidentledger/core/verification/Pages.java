package org.incidentledger.core.verification;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.incidentledger.core.ledger.StoredEntry;

/** Reads the entries from 0 to a size in a thread of its own, a few pages ahead of the one who takes them. */
final class Pages implements AutoCloseable {
    private static final int ENTRIES = 1_024;
    private static final int AHEAD = 4;

    /** What the reader hands over: a page, or why there is none. */
    private sealed interface Handed {
        record Page(List<StoredEntry> entries) implements Handed {}

        record Failure(RuntimeException cause) implements Handed {}
    }

    private final EntrySource entries;
    private final long size;
    private final BlockingQueue<Handed> handed = new ArrayBlockingQueue<>(AHEAD);
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(task -> daemon(task, "incident-verify-read"));

    Pages(EntrySource entries, long size) {
        this.entries = entries;
        this.size = size;
        reader.execute(this::readAll);
    }

    /**
     * The next page; empty when an entry is missing where the page should begin. Must not be called once all entries were taken.
     *
     * @throws RuntimeException what the source threw
     */
    List<StoredEntry> next() {
        try {
            return switch (handed.take()) {
                case Handed.Page page -> page.entries();
                case Handed.Failure failure -> throw failure.cause();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the verification was interrupted; start it again", e);
        }
    }

    /** Ends reading, however far it is. */
    @Override
    public void close() {
        reader.shutdownNow();
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void readAll() {
        try {
            readPages();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void readPages() throws InterruptedException {
        long from = 0;
        while (from < size) {
            Handed next = read(from);
            handed.put(next);
            if (!(next instanceof Handed.Page page) || page.entries().isEmpty()) {
                return;
            }
            from += page.entries().size();
        }
    }

    private Handed read(long from) {
        try {
            return new Handed.Page(entries.read(from, (int) Math.min(ENTRIES, size - from)));
        } catch (RuntimeException e) {
            return new Handed.Failure(e);
        }
    }
}
