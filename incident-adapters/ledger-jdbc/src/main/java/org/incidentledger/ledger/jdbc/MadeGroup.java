package org.incidentledger.ledger.jdbc;

import org.incidentledger.core.ledger.LedgerHead;
import org.jspecify.annotations.Nullable;

/**
 * A group whose transaction is ready to be committed.
 *
 * @param growth of the tree; absent when nothing was admitted
 */
record MadeGroup(Group group, TreeGrower.@Nullable Growth growth) {
    LedgerHead after() {
        return group.after();
    }
}
