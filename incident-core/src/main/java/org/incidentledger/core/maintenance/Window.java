package org.incidentledger.core.maintenance;

import java.time.Instant;
import org.incidentledger.core.decision.Times;

/** When a maintenance is planned to begin and to end. */
public record Window(Instant from, Instant until) {
    /** Instants are kept to the microsecond, which is what an entry of the ledger can hold. */
    public Window {
        from = Times.inMicros(from);
        until = Times.inMicros(until);
    }
}
