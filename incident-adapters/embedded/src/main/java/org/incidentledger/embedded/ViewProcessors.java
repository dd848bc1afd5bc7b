package org.incidentledger.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.common.AxonException;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.incidentledger.core.encoding.EncodingException;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.projections.replay.Projection;

/**
 * The streaming processors that keep the views: one for each, each with one segment, so that order is never lost. They start when
 * they are needed first.
 */
final class ViewProcessors {
    private static final int BATCH_EVENTS = 500;

    /** Views that lack more events than these are not left to their processors alone. */
    private static final int FAR_BEHIND = 5_000;

    /** How often a process looks for views that nobody keeps, and renews its claims on those that it keeps. */
    private static final long CLAIM_MILLIS = 1_000;

    private final List<Projection<?>> projections;
    private final Storage storage;
    private final ViewCodec codec;
    private final OnDemand<ViewProgress> progress;
    private final Supplier<LedgerEventStore> events;
    private final OnDemand<CatchUp> catchUp;
    private final ViewStart start;

    /** @param events where the processors read; asked for when they start */
    ViewProcessors(
            List<Projection<?>> projections, Storage storage, ViewCodec codec, Supplier<LedgerEventStore> events) {
        this.projections = projections;
        this.storage = storage;
        this.codec = codec;
        this.progress = new OnDemand<>(this::recall);
        this.events = events;
        this.catchUp = new OnDemand<>(() -> new CatchUp(events.get().feed(), storage, codec, progress()));
        this.start = new ViewStart(this::isFarBehind, this::catchUp, this::run);
    }

    /** How far each view has come; at first, how far it had come when the ledger was last closed. */
    ViewProgress progress() {
        return progress.get();
    }

    /** Begins to take in what the views lack and what is appended from now on; does not wait for it. Idempotent. */
    void start() {
        start.begin();
    }

    private boolean isFarBehind() {
        return storage.ledger().head().size() - progress().least() > FAR_BEHIND;
    }

    private void catchUp() {
        // Behind a letter that was put aside, the others of its stream must be put aside, too.
        List<Projection<?>> whole = projections.stream()
                .filter(view -> storage.deadLetters().apply(view.name()).size() == 0)
                .toList();
        try {
            catchUp.get().run(whole, view -> progress().of(view) + 1, start::isClosed);
        } catch (LedgerException | EncodingException | AxonException e) {
            // The processors go on where this ended; what stands in the way of both, they report.
            return;
        }
    }

    /** @throws ViewLagException when a view has not reached the position in time */
    void await(long position, Duration timeout) {
        if (progress().least() < position) {
            start();
        }
        progress().await(position, timeout);
    }

    /** How far all of some views have come: as soon as they are beyond a position, or when the time is over. */
    long beyond(long position, Collection<String> views, Duration atMost) throws InterruptedException {
        return progress().beyond(position, views, atMost);
    }

    void close() {
        start.close();
    }

    private Configuration run() {
        // Before the processors start: what they do from then on is not behind what is recalled.
        ViewProgress reached = progress();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false).configureEventStore(c -> events.get());
        register(configurer, reached);
        Configuration running = configurer.start();
        storage.sharing().listen(() -> events.get().wake());
        return running;
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

    /** Empties every view and takes in history from its start; reading goes on meanwhile. */
    void rebuild() {
        List<StreamingEventProcessor> stopped = new ArrayList<>();
        try {
            for (Projection<?> projection : projections) {
                StreamingEventProcessor processor = processor(projection.name());
                processor.shutDown();
                stopped.add(processor);
                empty(projection.name(), processor);
            }
            catchUp.get().run(projections, view -> 0, start::isClosed);
        } catch (UnableToClaimTokenException another) {
            // Another process has taken a view over, and goes on with it.
            return;
        } catch (AxonException e) {
            throw new LedgerException.Unavailable(
                    "a view could not be emptied: " + e.getMessage() + "; rebuild the views again", e);
        } finally {
            stopped.forEach(StreamingEventProcessor::start);
        }
    }

    private StreamingEventProcessor processor(String view) {
        return processing()
                .eventProcessor(view, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no processor keeps the view " + view));
    }

    private void empty(String view, StreamingEventProcessor processor) {
        storage.sharing().takeOver(view);
        // A letter that stayed would keep its stream out of the view that is made anew.
        processing().deadLetterQueue(view).ifPresent(SequencedDeadLetterQueue::clear);
        try {
            processor.resetTokens(source -> source.createTailToken());
            progress().reset(view);
        } catch (AxonException | LedgerException e) {
            progress().doubt(view);
            throw e;
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
        return start.running().eventProcessingConfiguration();
    }
}
