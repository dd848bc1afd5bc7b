package org.incidentledger.benchmarks;

import java.util.List;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.embedded.IncidentLedger;

/** Entries as our engine writes them, without a database. */
final class SampleEntries {
    private SampleEntries() {}

    /** At least so many entries of finished incidents. */
    static List<StoredEntry> of(int count) {
        try (OurLedger ledger = new OurLedger(IncidentLedger.inMemory(OurLedger.withoutViews()));
                Callers one = new Callers(ledger, "sample", 1)) {
            one.send(count);
            return ledger.reader().read(0, count);
        }
    }
}
