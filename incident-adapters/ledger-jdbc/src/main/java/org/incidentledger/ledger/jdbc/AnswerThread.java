package org.incidentledger.ledger.jdbc;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.incidentledger.core.ledger.LedgerHead;

/**
 * Gives the answers of a large group from a thread of its own. To wake a caller takes some microseconds, and to wake many would take
 * the sequencer a good part of the time of its next group.
 */
final class AnswerThread implements AutoCloseable {
    /** A smaller group is answered sooner by whoever has the answers. */
    private static final int MANY = 8;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("incident-ledger-answers").daemon().factory());

    void give(Answers answers, LedgerHead durable) {
        if (answers.size() < MANY) {
            answers.give(durable);
        } else {
            thread.execute(() -> answers.give(durable));
        }
    }

    /** Returns when everybody was answered. */
    @Override
    public void close() {
        thread.close();
    }
}
