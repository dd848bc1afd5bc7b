package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.ledger.journal.Journal;
import org.incidentledger.ledger.journal.JournalRecord;
import org.incidentledger.ledger.journal.RecordSink;
import org.jspecify.annotations.Nullable;

/**
 * A journal beside an embedded database: a group is durable before it is committed. The database is forced to disk only now and then,
 * and may come back from a crash without its last transactions; they are repeated from the journal.
 */
final class JournalDurability implements Durability {
    /** Handing fewer to another thread takes longer than their rows do. */
    private static final int ENTRIES_APART = 8;

    private final Journal journal;
    private final Dialect dialect;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("incident-ledger-journal").daemon().factory());

    JournalDurability(Journal journal, Dialect dialect) {
        this.journal = journal;
        this.dialect = dialect;
    }

    @Override
    public Recording record(JournalRecord group) {
        if (group.entries().size() < ENTRIES_APART) {
            return () -> journal.append(group);
        }
        CompletableFuture<@Nullable IOException> attempt = CompletableFuture.supplyAsync(() -> attempt(group), thread);
        return () -> {
            IOException failure = attempt.join();
            if (failure != null) {
                throw failure;
            }
        };
    }

    private @Nullable IOException attempt(JournalRecord group) {
        try {
            journal.append(group);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    @Override
    public void forget(SignedCheckpoint before) throws IOException {
        journal.removeLast(before);
    }

    @Override
    public void afterCommit(Connection connection) throws SQLException {
        if (journal.isSegmentFull()) {
            dialect.force(connection);
            try {
                journal.startSegment();
            } catch (IOException e) {
                throw new SQLException("the journal cannot start a new file", e);
            }
        }
    }

    @Override
    public void missing(long fromPosition, RecordSink sink) throws IOException {
        journal.read(fromPosition, sink);
    }

    @Override
    public Optional<SignedCheckpoint> last() {
        return journal.last();
    }

    @Override
    public void continueFrom(SignedCheckpoint checkpoint) {
        boolean behind =
                journal.last().filter(last -> last.size() < checkpoint.size()).isPresent();
        if (behind) {
            try {
                journal.restart();
            } catch (IOException e) {
                throw StorageFailure.unavailable("start the journal anew", new SQLException(e));
            }
        }
    }

    @Override
    public void removing() throws IOException {
        journal.rememberTraces();
    }

    @Override
    public boolean hasTraces() {
        return journal.hasTraces();
    }

    @Override
    public void purge(Journal.Rewriter rewriter) throws IOException {
        journal.rewriteAttachments(rewriter);
    }

    @Override
    public Optional<Long> first() {
        return journal.first();
    }

    @Override
    public void close() {
        thread.close();
    }
}
