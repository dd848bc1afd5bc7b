package org.incidentledger.ledger.journal;

import java.io.IOException;

/** Takes records in the order of their positions. */
@FunctionalInterface
public interface RecordSink {
    /** May refuse a record by any exception, which ends the reading. */
    void accept(JournalRecord record) throws IOException;
}
