package org.incidentledger.embedded;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * The event store of Axon, but for what processors read: the streams of its own say nothing when there is more, so that processors
 * would look twice a second only.
 */
final class LedgerEventStore extends EmbeddedEventStore {
    private final LedgerStorageEngine engine;
    private final EventFeed feed;

    LedgerEventStore(LedgerStorageEngine engine, EventFeed feed) {
        super(EmbeddedEventStore.builder().storageEngine(engine));
        this.engine = engine;
        this.feed = feed;
    }

    /** Says that another process may have appended. */
    void wake() {
        feed.wake();
    }

    /** What the streams of this store give out. */
    EventFeed feed() {
        return feed;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return DomainEventStream.concat(
                engine.readAggregate(aggregateIdentifier),
                DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier)));
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return feed.open(LedgerStorageEngine.positionAfter(token));
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        feed.wake();
    }
}
