package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.StoredEntry;

/** Tells a merge what the ledger knows of the incident to merge into, which the decider of the other incident cannot see. */
final class MergeLineage {
    private static final int PAGE_ENTRIES = 500;

    private final LedgerReader ledger;
    private final HistoryDecoder decoder;

    MergeLineage(LedgerReader ledger, HistoryDecoder decoder) {
        this.ledger = ledger;
        this.decoder = decoder;
    }

    LifecycleCommand.MergeIncident complete(LifecycleCommand.MergeIncident command) {
        List<IncidentId> lineage = new ArrayList<>();
        Optional<IncidentId> next = Optional.of(command.into()).filter(this::exists);
        while (next.isPresent() && !lineage.contains(next.get())) {
            lineage.add(next.get());
            next = mergedInto(next.get());
        }
        return new LifecycleCommand.MergeIncident(command.incident(), command.into(), command.reason(), lineage);
    }

    private boolean exists(IncidentId incident) {
        return !ledger.readStream(Streams.of(incident), 0, 1).isEmpty();
    }

    private Optional<IncidentId> mergedInto(IncidentId incident) {
        long sequence = 0;
        List<StoredEntry> page;
        do {
            page = ledger.readStream(Streams.of(incident), sequence, PAGE_ENTRIES);
            for (StoredEntry entry : page) {
                if (decoder.decode(entry).fact() instanceof Fact.OfIncident fact
                        && fact.event() instanceof LifecycleEvent.IncidentMerged merged) {
                    return Optional.of(merged.into());
                }
            }
            sequence += page.size();
        } while (page.size() == PAGE_ENTRIES);
        return Optional.empty();
    }
}
