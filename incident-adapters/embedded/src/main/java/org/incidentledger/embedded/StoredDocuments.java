package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.incidentledger.projections.replay.Documents;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.replay.ViewStore;

/** The documents of a view as its processor last stored them. */
final class StoredDocuments<D> implements Documents<D> {
    private final Projection<D> projection;
    private final ViewStore store;
    private final ViewCodec codec;

    StoredDocuments(Projection<D> projection, ViewStore store, ViewCodec codec) {
        this.projection = projection;
        this.store = store;
        this.codec = codec;
    }

    @Override
    public Optional<D> get(String key) {
        return store.get(projection.name(), key).map(this::decode);
    }

    @Override
    public Stream<D> all() {
        List<byte[]> encoded = new ArrayList<>();
        store.forEach(projection.name(), (key, document) -> encoded.add(document));
        return encoded.stream().map(this::decode);
    }

    @Override
    public void forEach(Consumer<D> reader) {
        store.forEach(projection.name(), (key, document) -> reader.accept(decode(document)));
    }

    private D decode(byte[] document) {
        return codec.decode(document, projection.documentType());
    }
}
