package org.incidentledger.embedded;

import java.util.List;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.replay.FoldedDocuments;
import org.incidentledger.projections.replay.Projection;

/** The views at a moment of history, folded from the entries up to it each time that one is asked for. */
final class ReplayedViews implements Views {
    private static final int PAGE_ENTRIES = 1_000;

    private final LedgerReader ledger;
    private final HistoryDecoder decoder;
    private final long size;

    ReplayedViews(LedgerReader ledger, HistoryDecoder decoder, long size) {
        this.ledger = ledger;
        this.decoder = decoder;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public <D> Documents<D> of(Projection<D> projection) {
        FoldedDocuments<D> documents = new FoldedDocuments<>(projection);
        long next = 0;
        while (next < size) {
            List<StoredEntry> page = ledger.read(next, (int) Math.min(PAGE_ENTRIES, size - next));
            page.forEach(entry -> documents.fold(decoder.decode(entry)));
            next += page.size();
        }
        return documents;
    }
}
