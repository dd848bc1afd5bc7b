package org.incidentledger.embedded;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.incidentledger.projections.replay.Projection;

/** The streaming processors that keep the views live: one for each, each with one segment, so that order is never lost. */
final class ViewProcessors {
    private static final int BATCH_EVENTS = 500;

    /** How often a process looks for views that nobody keeps, and renews its claims on those that it keeps. */
    private static final long CLAIM_MILLIS = 1_000;

    private final List<Projection<?>> projections;
    private final Storage storage;
    private final ViewProgress progress;

    ViewProcessors(List<Projection<?>> projections, Storage storage) {
        this.projections = projections;
        this.storage = storage;
        this.progress =
                new ViewProgress(projections.stream().map(Projection::name).toList(), storage.sharing());
    }

    ViewProgress progress() {
        return progress;
    }

    void register(Configurer configurer, ViewCodec codec) {
        configurer.eventProcessing(processing -> {
            processing
                    .usingPooledStreamingEventProcessors((c, builder) -> builder.initialSegmentCount(1)
                            .initialToken(source -> source.createTailToken())
                            .tokenClaimInterval(CLAIM_MILLIS)
                            .claimExtensionThreshold(CLAIM_MILLIS)
                            .batchSize(BATCH_EVENTS))
                    .registerTokenStore(c -> storage.tokens())
                    .registerDefaultTransactionManager(c -> storage.transactions())
                    .registerDefaultHandlerInterceptor((c, view) -> new ProgressInterceptor(view, progress))
                    .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
            for (Projection<?> projection : projections) {
                String view = projection.name();
                ProjectionHandler<?> handler = new ProjectionHandler<>(projection, storage.views(), codec);
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
        storage.sharing().positions().forEach(progress::reached);
    }

    /** Empties every view and begins to take in history from its start; reading goes on meanwhile. */
    void rebuild(Configuration axon) {
        for (Projection<?> projection : projections) {
            StreamingEventProcessor processor = axon.eventProcessingConfiguration()
                    .eventProcessor(projection.name(), StreamingEventProcessor.class)
                    .orElseThrow(() -> new IllegalStateException("no processor keeps the view " + projection.name()));
            processor.shutDown();
            storage.sharing().takeOver(projection.name());
            // A letter that stayed would keep its stream out of the view that is made anew.
            axon.eventProcessingConfiguration()
                    .deadLetterQueue(projection.name())
                    .ifPresent(SequencedDeadLetterQueue::clear);
            processor.resetTokens(source -> source.createTailToken());
            progress.reset(projection.name());
            processor.start();
        }
    }

    /** How many events each view has put aside, by its name; views without any are left out. */
    Map<String, Long> deadLetters(Configuration axon) {
        Map<String, Long> waiting = new TreeMap<>();
        for (Projection<?> projection : projections) {
            long size = axon.eventProcessingConfiguration()
                    .deadLetterQueue(projection.name())
                    .map(SequencedDeadLetterQueue::size)
                    .orElse(0L);
            if (size > 0) {
                waiting.put(projection.name(), size);
            }
        }
        return waiting;
    }

    /** Folds what was put aside again, and tells how many events still are. */
    long retryDeadLetters(Configuration axon) {
        Map<String, Long> waiting = deadLetters(axon);
        waiting.forEach((view, size) -> axon.eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(view)
                .ifPresent(letters -> retry(letters, size)));
        return deadLetters(axon).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Each call folds one stream's letters, or puts its first letter back; as many calls as letters reach every stream. */
    private static void retry(SequencedDeadLetterProcessor<EventMessage<?>> letters, long calls) {
        for (long call = 0; call < calls; call++) {
            letters.processAny();
        }
    }
}
