package org.incidentledger.embedded;

import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.replay.ViewStore;

/** The views as their processors last stored them. */
final class LiveViews implements Views {
    private final ViewProcessors processors;
    private final ViewStore store;
    private final ViewCodec codec;

    LiveViews(ViewProcessors processors, ViewStore store, ViewCodec codec) {
        this.processors = processors;
        this.store = store;
        this.codec = codec;
    }

    @Override
    public long size() {
        return processors.progress().least() + 1;
    }

    @Override
    public <D> Documents<D> of(Projection<D> projection) {
        return new StoredDocuments<>(projection, store, codec);
    }
}
