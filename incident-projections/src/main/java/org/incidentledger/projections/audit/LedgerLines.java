package org.incidentledger.projections.audit;

import org.incidentledger.core.ledger.LedgerEvent;

/** How what happens to the ledger itself reads in the audit trail. */
final class LedgerLines {
    private LedgerLines() {}

    static Told tell(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.KeyRotated e ->
                Told.that("replaced the key that signs the checkpoints").change("signing key", e.oldKey(), e.newKey());
        };
    }
}
