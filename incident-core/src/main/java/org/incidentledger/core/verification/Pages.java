package org.incidentledger.core.verification;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.incidentledger.core.ledger.StoredEntry;

/** Reads the entries from 0 to a size in a thread of its own, a few pages ahead of the one who takes them. */
final class Pages implements AutoCloseable {
    private static final int ENTRIES = 1_024;
    private static final int AHEAD = 4;

    private final EntrySource entries;
    private final long size;
    /** Each gives a page, or throws what the source threw. */
    private final BlockingQueue<Supplier<List<StoredEntry>>> handed = new ArrayBlockingQueue<>(AHEAD);

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
            return handed.take().get();
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
        int read = -1;
        while (from < size && read != 0) {
            read = handOver(from);
            from += read;
        }
    }

    /** @return how many entries, 0 at the end */
    private int handOver(long from) throws InterruptedException {
        try {
            List<StoredEntry> page = entries.read(from, (int) Math.min(ENTRIES, size - from));
            handed.put(() -> page);
            return page.size();
        } catch (RuntimeException e) {
            handed.put(() -> {
                throw e;
            });
            return 0;
        }
    }
}
