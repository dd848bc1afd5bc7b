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
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.incidentledger.core.axon.Headers;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.SealedChange;
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
    private final Map<UUID, Receipt> receipts = new ConcurrentHashMap<>();

    LedgerStorageEngine(Ledger ledger, EventCodec codec, Timer appendTimer) {
        this.ledger = ledger;
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
        return DomainEventStream.of(pages(firstSequenceNumber, next -> ledger.readStream(stream, next, PAGE_ENTRIES))
                .map(EventMessages::domain));
    }

    private Stream<RecordedEvent> pages(long from, LongFunction<List<StoredEntry>> reader) {
        return Stream.iterate(
                        new Page(from, reader.apply(from)),
                        page -> !page.entries().isEmpty(),
                        page -> page.next(reader))
                .flatMap(page -> page.entries().stream())
                .map(decoder::decode);
    }

    private record Page(long from, List<StoredEntry> entries) {
        Page next(LongFunction<List<StoredEntry>> reader) {
            long next = from + entries.size();
            return new Page(next, entries.size() < PAGE_ENTRIES ? List.of() : reader.apply(next));
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

    /** Snapshots are not kept: an incident has at most some thousand events. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("this ledger keeps no snapshots; do not configure a snapshot trigger");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }
}
