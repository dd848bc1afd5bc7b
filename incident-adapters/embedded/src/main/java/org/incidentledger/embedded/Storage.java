package org.incidentledger.embedded;

import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.RefusalLog;
import org.incidentledger.core.ledger.SnapshotStore;
import org.incidentledger.projections.replay.ViewStore;

/**
 * Everything that is kept: the ledger, and beside it what can be rebuilt.
 *
 * @param deadLetters makes the queue of a view, by its name
 * @param sharing whether other processes keep the views, too
 * @param release closes what is left to close after the ledger
 */
record Storage(
        Ledger ledger,
        RefusalLog refusals,
        ViewStore views,
        SnapshotStore snapshots,
        OnDemand<TokenStore> tokens,
        TransactionManager transactions,
        Function<String, SequencedDeadLetterQueue<EventMessage<?>>> deadLetters,
        Sharing sharing,
        Runnable release) {

    void close() {
        try (sharing) {
            ledger.close();
        } finally {
            release.run();
        }
    }
}
