package org.incidentledger.ledger.jdbc;

import org.incidentledger.core.ledger.LedgerHead;

/**
 * How much of the ledger is known to be on disk: the size that readers may trust. Written by the sequencer's thread alone.
 *
 * <p>On H2 a transaction can be seen by other connections before it was forced to disk, and would be gone after a power cut; so
 * readers do not look beyond this.
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

    void publish(LedgerHead forced) {
        head = forced;
        inDoubt = false;
    }
}
