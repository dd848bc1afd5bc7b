package org.incidentledger.core.ledger;

import java.util.List;
import org.incidentledger.core.tlog.TileSource;

/**
 * The proof side of a ledger: an RFC 6962 tree whose leaf at index N is the entry at position N, and the checkpoints that were
 * signed over it. Safe for use by many threads; everything that is seen is durable.
 */
public interface LedgerTree {
    /** The checkpoint of the whole ledger as it is now; that of the empty tree when it has no entries. */
    SignedCheckpoint checkpoint();

    /**
     * At most {@code max} of the signed checkpoints, by size ascending, from a size on. Every group of appends signed one, the
     * making of the ledger signed that of size 0, and all are kept.
     */
    List<SignedCheckpoint> checkpoints(long fromSize, int max);

    /**
     * Full tiles, and the partial ones of the tree that {@link #checkpoint()} gave last or of a larger one, as
     * {@link TileSource#tile} allows.
     */
    TileSource tiles();
}
