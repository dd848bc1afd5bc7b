package org.incidentledger.core.verification;

import java.util.List;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StoredEntry;

/** Where entries are read from, page by page: a ledger, or a copy of one. Called from one thread at a time, not always the same. */
@FunctionalInterface
public interface EntrySource {
    /**
     * One to {@code max} entries from a position on, in order; none when there is none at that position.
     *
     * @throws LedgerException.Corrupt when the entry at this position is there but cannot be read
     * @throws LedgerException.Unavailable when nothing can be read now
     */
    List<StoredEntry> read(long fromPosition, int max);
}
