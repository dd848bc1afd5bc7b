package org.incidentledger.embedded;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.replay.ViewStore;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events that Axon streams into the stored documents of one view. The documents that a batch touches are read once and
 * written once, in the transaction that also stores the token: a view never runs ahead of its token or behind it.
 */
final class ProjectionHandler<D> implements EventMessageHandler {
    private final Projection<D> projection;
    private final ViewStore store;
    private final ViewCodec codec;

    ProjectionHandler(Projection<D> projection, ViewStore store, ViewCodec codec) {
        this.projection = projection;
        this.store = store;
        this.codec = codec;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        RecordedEvent event = EventMessages.recorded(message);
        Batch batch = batch();
        Map<String, Optional<D>> after = new TreeMap<>();
        for (String key : projection.keys(event)) {
            D before = projection.begins(key, event) ? null : batch.get(key).orElse(null);
            after.put(key, Optional.ofNullable(projection.apply(key, before, event)));
        }
        // All at once: an event whose fold fails becomes a dead letter and must leave no half of itself behind.
        batch.putAll(after);
        return null;
    }

    @Override
    public void prepareReset() {
        store.clear(projection.name());
    }

    @Override
    public <R> void prepareReset(R resetContext) {
        prepareReset();
    }

    private Batch batch() {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        return work.getOrComputeResource(projection.name(), name -> {
            Batch batch = new Batch();
            work.onPrepareCommit(committing -> batch.store());
            return batch;
        });
    }

    private final class Batch {
        private final Map<String, Optional<D>> touched = new TreeMap<>();

        Optional<D> get(String key) {
            return touched.computeIfAbsent(
                    key,
                    k -> store.get(projection.name(), k).map(bytes -> codec.decode(bytes, projection.documentType())));
        }

        void putAll(Map<String, Optional<D>> documents) {
            touched.putAll(documents);
        }

        void store() {
            touched.forEach((key, document) -> document.ifPresentOrElse(
                    d -> store.put(projection.name(), key, codec.encode(d)),
                    () -> store.remove(projection.name(), key)));
        }
    }
}
