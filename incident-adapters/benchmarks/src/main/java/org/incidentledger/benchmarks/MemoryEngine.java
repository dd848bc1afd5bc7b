package org.incidentledger.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events as they are, found by their aggregate: the least that any engine of Axon can do, and so the ceiling of its command
 * path. Axon's own InMemoryEventStorageEngine looks at every event of the store to load one aggregate, which after some thousand
 * events is slower than a database.
 */
final class MemoryEngine implements EventStorageEngine {
    private final Map<String, List<DomainEventMessage<?>>> streams = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<TrackedEventMessage<?>> all = new ConcurrentLinkedQueue<>();
    private final AtomicLong positions = new AtomicLong();

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> domain = (DomainEventMessage<?>) event;
            streams.computeIfAbsent(domain.getAggregateIdentifier(), id -> new CopyOnWriteArrayList<>())
                    .add(domain);
            all.add(new GenericTrackedDomainEventMessage<>(
                    new GlobalSequenceTrackingToken(positions.getAndIncrement()), domain));
        }
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long from = token == null ? 0 : token.position().orElse(-1) + 1;
        return all.stream().skip(from);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(
                streams.getOrDefault(aggregateIdentifier, List.of()).stream().skip(firstSequenceNumber));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        long size = positions.get();
        return size == 0 ? null : new GlobalSequenceTrackingToken(size - 1);
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        throw new UnsupportedOperationException("no benchmark asks for a token of an instant");
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("no benchmark takes snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }
}
