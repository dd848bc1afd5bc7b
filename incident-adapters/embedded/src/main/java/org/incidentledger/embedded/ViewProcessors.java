package org.incidentledger.embedded;

import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.incidentledger.projections.replay.Projection;

/** The streaming processors that keep the views live: one for each, each with one segment, so that order is never lost. */
final class ViewProcessors {
    private static final int BATCH_EVENTS = 500;
    private static final int ONLY_SEGMENT = 0;

    private final List<Projection<?>> projections;
    private final Storage storage;
    private final ViewProgress progress;

    ViewProcessors(List<Projection<?>> projections, Storage storage) {
        this.projections = projections;
        this.storage = storage;
        this.progress =
                new ViewProgress(projections.stream().map(Projection::name).toList());
    }

    ViewProgress progress() {
        return progress;
    }

    void register(Configurer configurer, ViewCodec codec) {
        configurer.eventProcessing(processing -> {
            processing
                    .usingPooledStreamingEventProcessors((c, builder) -> builder.initialSegmentCount(1)
                            .initialToken(source -> source.createTailToken())
                            .batchSize(BATCH_EVENTS))
                    .registerTokenStore(c -> storage.tokens())
                    .registerDefaultTransactionManager(c -> storage.transactions())
                    .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
            for (Projection<?> projection : projections) {
                String view = projection.name();
                ProjectionHandler<?> handler = new ProjectionHandler<>(
                        projection, storage.views(), codec, position -> progress.reached(view, position));
                processing
                        .registerEventHandler(c -> handler)
                        .assignHandlerInstancesMatching(view, instance -> instance == handler)
                        .registerDeadLetterQueue(
                                view, c -> storage.deadLetters().apply(view));
            }
        });
    }

    /** Finds out how far each view had come when the ledger was last closed; before the processors start. */
    void recall() {
        storage.transactions()
                .executeInTransaction(
                        () -> projections.forEach(p -> progress.reached(p.name(), storedPosition(p.name()))));
    }

    /** Empties every view and begins to take in history from its start; reading goes on meanwhile. */
    void rebuild(Configuration axon) {
        for (Projection<?> projection : projections) {
            StreamingEventProcessor processor = axon.eventProcessingConfiguration()
                    .eventProcessor(projection.name(), StreamingEventProcessor.class)
                    .orElseThrow(() -> new IllegalStateException("no processor keeps the view " + projection.name()));
            processor.shutDown();
            processor.resetTokens(source -> source.createTailToken());
            progress.reached(projection.name(), ViewProgress.NOTHING);
            processor.start();
        }
    }

    private long storedPosition(String view) {
        TokenStore tokens = storage.tokens();
        if (tokens.fetchSegments(view).length == 0) {
            return ViewProgress.NOTHING;
        }
        TrackingToken token = tokens.fetchToken(view, ONLY_SEGMENT);
        return token == null ? ViewProgress.NOTHING : token.position().orElse(ViewProgress.NOTHING);
    }
}
