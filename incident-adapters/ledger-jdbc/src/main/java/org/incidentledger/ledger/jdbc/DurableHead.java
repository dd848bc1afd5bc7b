package org.incidentledger.ledger.jdbc;

import org.incidentledger.core.ledger.LedgerHead;

/**
 * How much of the ledger is known to be on disk: the size that readers may trust.
 *
 * <p>On H2 a transaction can be seen by other connections before it was forced to disk, and would be gone after a power cut; so
 * readers do not look beyond this, and only the sequencer's thread writes it. On PostgreSQL readers learn of what other processes
 * have committed.
 */
final class DurableHead {
    private volatile LedgerHead head;
    private volatile boolean inDoubt;

    DurableHead(LedgerHead head) {
        this.head = head;
    }

    LedgerHead get() {
        return head;
    }

    /** Whether more entries than these may have been appended, without anybody being able to say. */
    boolean inDoubt() {
        return inDoubt;
    }

    void doubt() {
        inDoubt = true;
    }

    synchronized void publish(LedgerHead forced) {
        learn(forced);
        inDoubt = false;
    }

    /** Takes in what is known to be on disk, whoever appended it; something older changes nothing. */
    synchronized void learn(LedgerHead committed) {
        if (committed.size() >= head.size()) {
            head = committed;
        }
    }
}
