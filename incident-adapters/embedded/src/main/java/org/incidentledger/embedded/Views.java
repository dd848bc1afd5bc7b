package org.incidentledger.embedded;

import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.replay.Projection;

/** The views as they stand, live or at a moment of history. Safe for use by many threads. */
public interface Views {
    /** How many entries of the ledger every view has taken in, at the least. */
    long size();

    /** The documents of one view. */
    <D> Documents<D> of(Projection<D> projection);
}
