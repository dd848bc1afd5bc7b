package org.incidentledger.ledger.jdbc;

import java.util.List;
import org.incidentledger.core.ledger.LedgerHead;

/**
 * What a group writes into the tables of history. All entries are recorded at the same instant.
 *
 * @param before where the ledger ends without the group
 * @param after where it ends with it
 * @param sealed what it seals; what it removes is not among this
 */
record GroupRows(
        List<EntryRow> entries, TreeGrower.Growth growth, LedgerHead before, LedgerHead after, SealedPuts sealed) {
    GroupRows {
        entries = List.copyOf(entries);
    }
}
