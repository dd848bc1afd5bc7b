package org.incidentledger.embedded;

import java.util.function.Supplier;
import org.incidentledger.core.ledger.SealedChange;

/**
 * A command that is ready to be decided.
 *
 * @param change what its events change among the sealed values
 */
record Prepared(Object command, SealedChange change) {
    /** One that needs nothing else, however often it is decided. */
    static Supplier<Prepared> plain(Object command) {
        Prepared always = new Prepared(command, SealedChange.NONE);
        return () -> always;
    }
}
