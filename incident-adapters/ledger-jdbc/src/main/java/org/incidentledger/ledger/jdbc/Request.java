package org.incidentledger.ledger.jdbc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.incidentledger.core.encoding.UnplacedEntry;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.tlog.NoteSigner;
import org.jspecify.annotations.Nullable;

/** What callers ask of the sequencer, each with the place where its answer appears. */
sealed interface Request {
    /** Fails the request; nothing happens when it has its answer already. */
    void fail(RuntimeException failure);

    /**
     * Append the events of one command.
     *
     * @param entries one for each of its drafts
     * @param nextSigner takes over with it, when its event says so
     */
    record Appending(
            Append append,
            List<UnplacedEntry> entries,
            @Nullable NoteSigner nextSigner,
            CompletableFuture<AppendResult> answer)
            implements Request {
        @Override
        public void fail(RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }

    /** Remove what is left of erased values outside of the tables. */
    record Purging(CompletableFuture<LedgerHead> answer) implements Request {
        @Override
        public void fail(RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }

    /** Say where the ledger ends for certain, after an outcome was unknown. */
    record Settling(CompletableFuture<LedgerHead> answer) implements Request {
        @Override
        public void fail(RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }
}
