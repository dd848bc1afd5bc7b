package org.incidentledger.embedded;

import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.incidentledger.core.axon.AggregateStates;
import org.incidentledger.core.axon.Headers;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.Snapshot;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.jspecify.annotations.Nullable;

/** The ledger as the event store of Axon. Positions have no gaps, so a token is a position and nothing more. */
final class LedgerStorageEngine implements EventStorageEngine {
    private static final int PAGE_ENTRIES = 500;

    private final Ledger ledger;
    private final EventCodec codec;
    private final HistoryDecoder decoder;
    private final Timer appendTimer;
    private final Snapshots snapshots;
    private final Map<UUID, Receipt> receipts = new ConcurrentHashMap<>();

    LedgerStorageEngine(Ledger ledger, EventCodec codec, Snapshots snapshots, Timer appendTimer) {
        this.ledger = ledger;
        this.snapshots = snapshots;
        this.codec = codec;
        this.decoder = new HistoryDecoder(codec);
        this.appendTimer = appendTimer;
    }

    /** Takes out what the command that was just carried out left in the ledger. */
    @Nullable
    Receipt takeReceipt(UUID commandId) {
        return receipts.remove(commandId);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Append append = append(messages);
        AppendResult result = appendTimer.record(() -> ledger.append(append));
        if (result instanceof AppendResult.Appended appended) {
            receipts.put(append.header().commandId(), appended.receipt());
        } else {
            throw new AppendRejectedException(result);
        }
    }

    private Append append(List<? extends EventMessage<?>> messages) {
        DomainEventMessage<?> first = (DomainEventMessage<?>) messages.get(0);
        List<Draft> drafts = new ArrayList<>(messages.size());
        for (EventMessage<?> message : messages) {
            drafts.add(new Draft(UUID.fromString(message.getIdentifier()), codec.encode(message.getPayload())));
        }
        StreamId stream = StreamId.parse(first.getAggregateIdentifier());
        SealedChange change = SealedEvents.change(
                CurrentUnitOfWork.isStarted()
                        ? Headers.change(CurrentUnitOfWork.get().getMessage())
                        : SealedChange.NONE,
                messages.stream().map(EventMessage::getPayload).toList());
        return new Append(stream, first.getSequenceNumber(), Headers.of(first), drafts, change);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return pages(positionAfter(token), next -> ledger.read(next, PAGE_ENTRIES))
                .map(decoder::decode)
                .map(EventMessages::tracked);
    }

    /** Where whoever has come to a token reads on. */
    static long positionAfter(@Nullable TrackingToken token) {
        TrackingToken position = WrappedToken.unwrapLowerBound(token);
        return position == null ? 0 : position.position().orElse(-1) + 1;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        StreamId stream = StreamId.parse(aggregateIdentifier);
        return events(pages(firstSequenceNumber, next -> ledger.readStream(stream, next, PAGE_ENTRIES)));
    }

    private static Stream<StoredEntry> pages(long from, LongFunction<List<StoredEntry>> reader) {
        return pages(new Page(from, reader.apply(from), PAGE_ENTRIES), reader);
    }

    private static Stream<StoredEntry> pages(Page first, LongFunction<List<StoredEntry>> reader) {
        return Stream.iterate(first, page -> !page.entries().isEmpty(), page -> page.next(reader))
                .flatMap(page -> page.entries().stream());
    }

    /** @param asked how many would have been read if there were as many */
    private record Page(long from, List<StoredEntry> entries, int asked) {
        Page next(LongFunction<List<StoredEntry>> reader) {
            long next = from + entries.size();
            return new Page(next, entries.size() < asked ? List.of() : reader.apply(next), PAGE_ENTRIES);
        }
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        long size = ledger.head().size();
        return size == 0 ? null : new GlobalSequenceTrackingToken(size - 1);
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        long before = ledger.sizeAsOf(instant.minusNanos(1_000));
        return before == 0 ? null : new GlobalSequenceTrackingToken(before - 1);
    }

    /** Called by whoever takes snapshots, never by the caller of a command. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        StreamId stream = StreamId.parse(snapshot.getAggregateIdentifier());
        long sequence = snapshot.getSequenceNumber();
        List<StoredEntry> last = ledger.readStream(stream, sequence, 1);
        if (!last.isEmpty()) {
            snapshots.keep(stream, sequence, last.getFirst(), AggregateStates.of(snapshot.getPayload()));
        }
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        DomainEventStream stream = readAggregate(aggregateIdentifier);
        return stream.hasNext() && !EventMessages.isEvent(stream.peek().getPayload())
                ? Optional.of(stream.next())
                : Optional.empty();
    }

    /** A snapshot, where the stream is long and there is one that can be trusted, and all events that follow. */
    DomainEventStream readAggregate(String aggregateIdentifier) {
        StreamId stream = StreamId.parse(aggregateIdentifier);
        int shortStream = snapshots.shortStream();
        List<StoredEntry> first = ledger.readStream(stream, 0, shortStream);
        Optional<Snapshot> snapshot = first.size() < shortStream ? Optional.empty() : snapshots.find(stream);
        return snapshot.flatMap(this::from).orElseGet(() -> events(rest(stream, new Page(0, first, shortStream))));
    }

    private Optional<DomainEventStream> from(Snapshot snapshot) {
        StreamId stream = snapshot.stream();
        List<StoredEntry> rest = ledger.readStream(stream, snapshot.sequence(), PAGE_ENTRIES);
        if (!snapshots.endsWith(snapshot, rest)) {
            return Optional.empty();
        }
        Page page = new Page(snapshot.sequence(), rest, PAGE_ENTRIES);
        return snapshots
                .state(snapshot)
                .map(state -> DomainEventStream.concat(
                        DomainEventStream.of(message(snapshot, state)),
                        events(rest(stream, page).skip(1))));
    }

    private static DomainEventMessage<?> message(Snapshot snapshot, Record state) {
        StreamId stream = snapshot.stream();
        return new GenericDomainEventMessage<>(
                stream.category(), stream.toString(), snapshot.sequence(), AggregateStates.aggregate(stream, state));
    }

    private Stream<StoredEntry> rest(StreamId stream, Page first) {
        return pages(first, next -> ledger.readStream(stream, next, PAGE_ENTRIES));
    }

    private DomainEventStream events(Stream<StoredEntry> entries) {
        return DomainEventStream.of(entries.map(decoder::decode).map(EventMessages::domain));
    }
}
