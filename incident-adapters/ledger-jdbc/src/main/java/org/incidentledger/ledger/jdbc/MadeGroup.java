package org.incidentledger.ledger.jdbc;

import org.incidentledger.core.ledger.LedgerHead;
import org.jspecify.annotations.Nullable;

/**
 * A group that is signed and can be stored in the transaction that holds the lock of the head.
 *
 * @param growth of the tree; absent when nothing was admitted
 */
record MadeGroup(Group group, TreeGrower.@Nullable Growth growth) {
    LedgerHead after() {
        return group.after();
    }
}
