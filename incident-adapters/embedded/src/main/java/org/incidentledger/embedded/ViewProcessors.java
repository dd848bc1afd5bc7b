package org.incidentledger.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.projections.replay.Projection;

/**
 * The streaming processors that keep the views: one for each, each with one segment, so that order is never lost. They start when
 * they are needed first.
 */
final class ViewProcessors {
    private static final int BATCH_EVENTS = 500;

    /** How often a process looks for views that nobody keeps, and renews its claims on those that it keeps. */
    private static final long CLAIM_MILLIS = 1_000;

    private final List<Projection<?>> projections;
    private final Storage storage;
    private final ViewCodec codec;
    private final OnDemand<ViewProgress> progress;
    private final OnDemand<Configuration> axon;
    private volatile boolean closed;

    /** @param events where the processors read; asked for when they start */
    ViewProcessors(
            List<Projection<?>> projections, Storage storage, ViewCodec codec, Supplier<LedgerEventStore> events) {
        this.projections = projections;
        this.storage = storage;
        this.codec = codec;
        this.progress = new OnDemand<>(this::recall);
        this.axon = new OnDemand<>(() -> run(events.get()));
    }

    /** How far each view has come; at first, how far it had come when the ledger was last closed. */
    ViewProgress progress() {
        return progress.get();
    }

    /** Begins to take in what the views lack and what is appended from now on. Idempotent. */
    void start() {
        axon.get();
    }

    /** @throws ViewLagException when a view has not reached the position in time */
    void await(long position, Duration timeout) {
        if (progress().least() < position) {
            start();
        }
        progress().await(position, timeout);
    }

    void close() {
        closed = true;
        axon.ifMade().ifPresent(Configuration::shutdown);
    }

    private Configuration run(LedgerEventStore events) {
        if (closed) {
            throw new LedgerException.Unavailable(
                    "the ledger is closed; open it again to bring its views up to date", null);
        }
        // Before the processors start: what they do from then on is not behind what is recalled.
        ViewProgress reached = progress();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false).configureEventStore(c -> events);
        register(configurer, reached);
        Configuration started = configurer.start();
        storage.sharing().listen(events::wake);
        return started;
    }

    private void register(Configurer configurer, ViewProgress reached) {
        configurer.eventProcessing(processing -> {
            processing
                    .usingPooledStreamingEventProcessors((c, builder) -> builder.initialSegmentCount(1)
                            .initialToken(source -> source.createTailToken())
                            .tokenClaimInterval(CLAIM_MILLIS)
                            .claimExtensionThreshold(CLAIM_MILLIS)
                            .batchSize(BATCH_EVENTS))
                    .registerTokenStore(c -> storage.tokens().get())
                    .registerDefaultTransactionManager(c -> storage.transactions())
                    .registerDefaultHandlerInterceptor((c, view) -> new ProgressInterceptor(view, reached))
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

    private ViewProgress recall() {
        ViewProgress recalled =
                new ViewProgress(projections.stream().map(Projection::name).toList(), storage.sharing());
        storage.sharing().positions().forEach(recalled::reached);
        return recalled;
    }

    /** Empties every view and begins to take in history from its start; reading goes on meanwhile. */
    void rebuild() {
        EventProcessingConfiguration processing = processing();
        for (Projection<?> projection : projections) {
            StreamingEventProcessor processor = processing
                    .eventProcessor(projection.name(), StreamingEventProcessor.class)
                    .orElseThrow(() -> new IllegalStateException("no processor keeps the view " + projection.name()));
            processor.shutDown();
            storage.sharing().takeOver(projection.name());
            // A letter that stayed would keep its stream out of the view that is made anew.
            processing.deadLetterQueue(projection.name()).ifPresent(SequencedDeadLetterQueue::clear);
            processor.resetTokens(source -> source.createTailToken());
            progress().reset(projection.name());
            processor.start();
        }
    }

    /** How many events each view has put aside, by its name; views without any are left out. */
    Map<String, Long> deadLetters() {
        EventProcessingConfiguration processing = processing();
        Map<String, Long> waiting = new TreeMap<>();
        for (Projection<?> projection : projections) {
            long size = processing
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
    long retryDeadLetters() {
        Map<String, Long> waiting = deadLetters();
        waiting.forEach((view, size) ->
                processing().sequencedDeadLetterProcessor(view).ifPresent(letters -> retry(letters, size)));
        return deadLetters().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Each call folds one stream's letters, or puts its first letter back; as many calls as letters reach every stream. */
    private static void retry(SequencedDeadLetterProcessor<EventMessage<?>> letters, long calls) {
        for (long call = 0; call < calls; call++) {
            letters.processAny();
        }
    }

    private EventProcessingConfiguration processing() {
        return axon.get().eventProcessingConfiguration();
    }
}
