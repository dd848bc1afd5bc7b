package org.incidentledger.core.encoding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.StoredEntry;

/**
 * Reads much history in order. Threads of its own read and decode the pages that come next while the caller takes the events of
 * one; a page or less is read by the caller itself. In memory are as many pages of 1,000 events as there are such threads, and
 * two more. Safe for use by many threads.
 */
public final class HistoryReader {
    private static final int PAGE = 1_000;

    /** Each takes a connection to the database while it reads. */
    private static final int THREADS_MAX = 4;

    private final LedgerReader ledger;
    private final HistoryDecoder decoder;

    public HistoryReader(LedgerReader ledger, HistoryDecoder decoder) {
        this.ledger = ledger;
        this.decoder = decoder;
    }

    /**
     * Hands over the events from a position up to but not including another, on the caller's thread and in order.
     *
     * @param to at most the size of the ledger
     * @throws EncodingException when an entry cannot be read, after the events of the pages before it were handed over
     * @throws LedgerException when the ledger cannot be read, or the thread is interrupted
     */
    public void forEach(long from, long to, Consumer<? super RecordedEvent> taker) {
        if (to - from <= PAGE) {
            page(from, to).forEach(taker);
            return;
        }
        int threads = Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors());
        ExecutorService ahead = Executors.newFixedThreadPool(threads, HistoryReader::daemon);
        Deque<Future<List<RecordedEvent>>> pages = new ArrayDeque<>();
        try {
            long asked = from;
            while (asked < to || !pages.isEmpty()) {
                while (asked < to && pages.size() <= threads) {
                    long start = asked;
                    long end = Math.min(start + PAGE, to);
                    pages.add(ahead.submit(() -> page(start, end)));
                    asked = end;
                }
                result(pages.remove()).forEach(taker);
            }
        } finally {
            pages.forEach(page -> page.cancel(false));
            ahead.shutdown();
        }
    }

    private List<RecordedEvent> page(long from, long to) {
        List<StoredEntry> entries = ledger.read(from, Math.toIntExact(to - from));
        if (entries.size() < to - from) {
            long missing = from + entries.size();
            throw new LedgerException.Corrupt(missing, "the entry is missing from the database", null);
        }
        return entries.stream().map(decoder::decode).toList();
    }

    private static List<RecordedEvent> result(Future<List<RecordedEvent>> page) {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException.Unavailable("interrupted while reading history; read it again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("reading history failed unexpectedly", e.getCause());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "incident-history-read");
        thread.setDaemon(true);
        return thread;
    }
}
