package org.incidentledger.core.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what was appended. Safe for use by many threads; every entry that is seen is durable. */
public interface LedgerReader {
    /** Where the ledger ends now. */
    LedgerHead head();

    /** At most {@code max} entries from a position on, in order; fewer only at the end of the ledger. */
    List<StoredEntry> read(long fromPosition, int max);

    /** At most {@code max} entries of one stream from a sequence on, in order; none when there is no such stream. */
    List<StoredEntry> readStream(StreamId stream, long fromSequence, int max);

    /** What a command left in the ledger, if it left anything. */
    Optional<Receipt> receipt(UUID commandId);

    /** How many entries had been recorded at an instant, that instant included. */
    long sizeAsOf(Instant instant);
}
