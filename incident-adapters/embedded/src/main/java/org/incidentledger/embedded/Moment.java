package org.incidentledger.embedded;

import java.time.Instant;
import org.incidentledger.core.ledger.LedgerReader;

/** A point in the history of the ledger. */
public sealed interface Moment {
    /** Right after the entry at a position, that entry included. */
    static Moment position(long position) {
        return new AtPosition(position);
    }

    /** What had been recorded by an instant, that instant included. */
    static Moment instant(Instant instant) {
        return new AtInstant(instant);
    }

    /** How many entries the ledger had then. */
    long size(LedgerReader ledger);

    /** @see Moment#position */
    record AtPosition(long position) implements Moment {
        @Override
        public long size(LedgerReader ledger) {
            return Math.clamp(position + 1, 0, ledger.head().size());
        }
    }

    /** @see Moment#instant */
    record AtInstant(Instant instant) implements Moment {
        @Override
        public long size(LedgerReader ledger) {
            return ledger.sizeAsOf(instant);
        }
    }
}
