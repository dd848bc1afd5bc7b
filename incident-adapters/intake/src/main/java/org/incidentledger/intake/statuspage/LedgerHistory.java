package org.incidentledger.intake.statuspage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceId;

/** What a ledger knows, read from its entries: only the streams that are asked for, and never behind what was appended. */
final class LedgerHistory implements History {
    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final HistoryDecoder decoder = new HistoryDecoder(new EventCodec());

    LedgerHistory(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public KnownCatalog catalog() {
        return fold(
                Streams.CATALOG,
                KnownCatalog.NONE,
                (known, fact) -> fact instanceof Fact.OfCatalog of ? known.after(of.event()) : known);
    }

    @Override
    public KnownIncident incident(IncidentId id) {
        return fold(
                Streams.of(id),
                KnownIncident.NONE,
                (known, fact) -> fact instanceof Fact.OfIncident of ? known.after(of.event()) : known);
    }

    @Override
    public KnownMaintenance maintenance(MaintenanceId id) {
        return fold(
                Streams.of(id),
                KnownMaintenance.NONE,
                (known, fact) -> fact instanceof Fact.OfMaintenance of ? known.after(of.event()) : known);
    }

    private <K> K fold(StreamId stream, K none, BiFunction<K, Fact, K> after) {
        K known = none;
        for (Fact fact : facts(stream)) {
            known = after.apply(known, fact);
        }
        return known;
    }

    private List<Fact> facts(StreamId stream) {
        List<Fact> facts = new ArrayList<>();
        List<StoredEntry> page;
        do {
            page = ledger.readStream(stream, facts.size(), PAGE);
            page.forEach(entry -> facts.add(decoder.decode(entry).fact()));
        } while (page.size() == PAGE);
        return facts;
    }
}
