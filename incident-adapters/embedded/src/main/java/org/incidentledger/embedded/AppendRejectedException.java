package org.incidentledger.embedded;

import org.incidentledger.core.ledger.AppendResult;

/** Rolls a unit of work back because the ledger did not append its events; never leaves this package. */
final class AppendRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AppendResult result;

    AppendRejectedException(AppendResult result) {
        super(result.toString(), null, false, false);
        this.result = result;
    }

    AppendResult result() {
        return result;
    }
}
