package org.incidentledger.embedded;

import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.encoding.HistoryReader;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.replay.FoldedDocuments;
import org.incidentledger.projections.replay.Projection;

/** The views at a moment of history, folded from the entries up to it each time that one is asked for. */
final class ReplayedViews implements Views {
    private final HistoryReader history;
    private final long size;

    ReplayedViews(LedgerReader ledger, HistoryDecoder decoder, long size) {
        this.history = new HistoryReader(ledger, decoder);
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public <D> Documents<D> of(Projection<D> projection) {
        FoldedDocuments<D> documents = new FoldedDocuments<>(projection);
        history.forEach(0, size, documents::fold);
        return documents;
    }
}
