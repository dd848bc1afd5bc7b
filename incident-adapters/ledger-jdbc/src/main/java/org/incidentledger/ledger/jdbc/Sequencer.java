package org.incidentledger.ledger.jdbc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.incidentledger.core.encoding.UnplacedEntry;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.tlog.NoteSigner;
import org.jspecify.annotations.Nullable;

/**
 * One thread through which every append of this process goes. While it forces one group to disk, callers queue up for the next:
 * the more callers, the more appends share one write.
 */
final class Sequencer implements AutoCloseable {
    /** Requests that wait; further callers are held back. */
    private static final int QUEUE_MAX = 1_024;

    /** Requests in one transaction. */
    private static final int GROUP_MAX = 256;

    private final RequestQueue queue = new RequestQueue(QUEUE_MAX);
    private final String origin;
    private final GroupWriter writer;
    private final Thread thread;

    /** @param origin of the ledger, which every entry names */
    Sequencer(String origin, GroupWriter writer) {
        this.origin = origin;
        this.writer = writer;
        this.thread =
                Thread.ofPlatform().name("incident-ledger-sequencer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** @throws IllegalArgumentException when the append cannot be written as entries */
    AppendResult append(Append append) {
        return append(append, null);
    }

    /** @param nextSigner takes over with the append, whose event says so */
    AppendResult append(Append append, @Nullable NoteSigner nextSigner) {
        CompletableFuture<AppendResult> answer = new CompletableFuture<>();
        // In the caller's thread: what the sequencer's thread does, all callers wait for.
        List<UnplacedEntry> entries = UnplacedEntry.of(origin, append);
        Request request = new Request.Appending(append, entries, nextSigner, answer);
        put(request);
        try {
            return result(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw queue.withdraw(request)
                    ? new LedgerException.Unavailable("interrupted while waiting for its turn: nothing was appended", e)
                    : new LedgerException.OutcomeUnknown(append.header().commandId(), e);
        }
    }

    /** Where the ledger ends for certain, found out anew. */
    LedgerHead settle() {
        CompletableFuture<LedgerHead> answer = new CompletableFuture<>();
        put(new Request.Settling(answer));
        try {
            return result(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException.Unavailable("interrupted while finding out where the ledger ends", e);
        }
    }

    /** Removes what is left of erased values outside of the tables. */
    void purge() {
        CompletableFuture<LedgerHead> answer = new CompletableFuture<>();
        put(new Request.Purging(answer));
        try {
            result(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException.Unavailable("interrupted while removing what is left of erased values", e);
        }
    }

    int waiting() {
        return queue.size();
    }

    /** Appends what was queued before, then ends. */
    @Override
    public void close() {
        queue.close();
        ThreadEnd.await(thread);
    }

    private void put(Request request) {
        try {
            if (!queue.put(request)) {
                throw new LedgerException.Unavailable("the ledger is closed; open it again to append", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException.Unavailable("interrupted while waiting for its turn: nothing was appended", e);
        }
    }

    private static <T> T result(CompletableFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void run() {
        List<Request> group = queue.take(GROUP_MAX);
        while (!group.isEmpty()) {
            write(group);
            group = queue.take(GROUP_MAX);
        }
        writer.close();
    }

    private void write(List<Request> group) {
        try {
            writer.write(group);
        } catch (RuntimeException | Error unexpected) {
            writer.giveUp(group, unexpected);
        }
    }
}
