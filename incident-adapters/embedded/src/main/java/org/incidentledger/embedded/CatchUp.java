package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.replay.Projection;

/**
 * Takes a long stretch of history into all views at once, several times as fast as their processors do: each event is decoded once for
 * all of them, each document is stored once for many events. The documents and the tokens of all views are stored in one transaction, so
 * that a crash leaves every view at the end of a stretch, where its processor goes on.
 *
 * <p>A view whose fold fails is left at the end of the stretch before: its processor puts the event aside.
 */
final class CatchUp {
    /** Of these, two times as many are in memory: the next ones are decoded while one stretch is folded. */
    private static final int STRETCH = 5_000;

    private static final int SEGMENT = 0;

    private final EventFeed feed;
    private final Storage storage;
    private final ViewCodec codec;
    private final ViewProgress progress;

    CatchUp(EventFeed feed, Storage storage, ViewCodec codec, ViewProgress progress) {
        this.feed = feed;
        this.storage = storage;
        this.codec = codec;
        this.progress = progress;
    }

    /**
     * Returns when the views hold what was in the ledger at the time of this call, or it was ended.
     *
     * @param views none of which a processor keeps meanwhile
     * @param from the position of the first event that a view of this name lacks
     * @param ended asked after each stretch
     * @throws org.incidentledger.core.ledger.LedgerException when storage fails
     * @throws UnableToClaimTokenException when another process keeps one of the views, or has taken in events of it since
     */
    void run(List<Projection<?>> views, ToLongFunction<String> from, BooleanSupplier ended) {
        List<ViewFold<?>> folds = new ArrayList<>();
        for (Projection<?> view : views) {
            folds.add(new ViewFold<>(view, storage.views(), codec, from.applyAsLong(view.name())));
        }
        long size = storage.ledger().head().size();
        long next = folds.stream().mapToLong(ViewFold::next).min().orElse(size);
        CompletableFuture<List<RecordedEvent>> stretch = read(next, size);
        while (next < size && !folds.isEmpty() && !ended.getAsBoolean()) {
            List<RecordedEvent> events = result(stretch);
            next += events.size();
            stretch = read(next, size);
            folds = folds.parallelStream().filter(fold -> fold.take(events)).toList();
            List<ViewFold<?>> folded = folds;
            storeAll(folded);
            folded.forEach(fold -> progress.reached(fold.view(), fold.next() - 1));
        }
        result(stretch);
    }

    private void storeAll(List<ViewFold<?>> folds) {
        try {
            storage.transactions().executeInTransaction(() -> folds.forEach(this::store));
        } catch (RuntimeException e) {
            folds.forEach(fold -> progress.doubt(fold.view()));
            throw e;
        }
    }

    private CompletableFuture<List<RecordedEvent>> read(long from, long size) {
        return CompletableFuture.supplyAsync(() -> feed.events(from, Math.min(from + STRETCH, size)));
    }

    private static List<RecordedEvent> result(CompletableFuture<List<RecordedEvent>> stretch) {
        try {
            return stretch.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void store(ViewFold<?> fold) {
        TokenStore tokens = storage.tokens().get();
        String view = fold.view();
        if (tokens.fetchSegments(view).length == 0) {
            tokens.initializeTokenSegments(view, 1, null);
        }
        // Fails when another process has claimed the view meanwhile; then nothing of this is stored.
        TrackingToken reached = tokens.fetchToken(view, SEGMENT);
        if (LedgerStorageEngine.positionAfter(reached) != fold.stored()) {
            // Its claim is over, but not what it stored: what was folded here begins before that.
            throw new UnableToClaimTokenException("another process has taken in events of the view " + view);
        }
        fold.store();
        tokens.storeToken(new GlobalSequenceTrackingToken(fold.next() - 1), view, SEGMENT);
    }
}
