package org.incidentledger.embedded;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.incidentledger.core.axon.Headers;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.Provenance;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/**
 * Recorded events as messages of Axon and back. The provenance travels as text in the metadata, so that a dead letter can be
 * stored, and so that event handlers of the embedding service can read it.
 */
final class EventMessages {
    private static final String TYPE = "type";
    private static final String ACTOR = "actor";
    private static final String OCCURRED_AT = "occurredAt";
    private static final String RECORDED_AT = "recordedAt";
    private static final String COMMAND = "command";
    private static final String CORRELATION = "correlation";
    private static final String REASON = "reason";

    private EventMessages() {}

    static TrackedEventMessage<?> tracked(RecordedEvent event) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(event.position()), domain(event));
    }

    static DomainEventMessage<Object> domain(RecordedEvent event) {
        return new GenericDomainEventMessage<>(
                event.stream().category(),
                event.stream().toString(),
                event.sequence(),
                payload(event.fact()),
                metaData(event),
                event.eventId().toString(),
                event.provenance().recordedAt());
    }

    /** The event that {@link #tracked} or {@link #domain} put into a message. */
    static RecordedEvent recorded(EventMessage<?> message) {
        DomainEventMessage<?> domain = (DomainEventMessage<?>) message;
        MetaData data = message.getMetaData();
        StreamId stream = StreamId.parse(domain.getAggregateIdentifier());
        return new RecordedEvent(
                Headers.position(message),
                UUID.fromString(message.getIdentifier()),
                stream,
                domain.getSequenceNumber(),
                text(data, TYPE),
                new Provenance(
                        new ActorRef(text(data, ACTOR)),
                        Instant.parse(text(data, OCCURRED_AT)),
                        Instant.parse(text(data, RECORDED_AT)),
                        UUID.fromString(text(data, COMMAND)),
                        data.get(CORRELATION) instanceof String correlation ? UUID.fromString(correlation) : null,
                        (String) data.get(REASON)),
                Fact.of(stream, message.getPayload()));
    }

    /** Whether an object is an event of this ledger. */
    static boolean isEvent(Object object) {
        return object instanceof IncidentEvent
                || object instanceof MaintenanceEvent
                || object instanceof CatalogEvent
                || object instanceof SubjectEvent
                || object instanceof LedgerEvent;
    }

    private static Object payload(Fact fact) {
        return switch (fact) {
            case Fact.OfIncident f -> f.event();
            case Fact.OfMaintenance f -> f.event();
            case Fact.OfCatalog f -> f.event();
            case Fact.OfSubject f -> f.event();
            case Fact.OfLedger f -> f.event();
        };
    }

    private static Map<String, Object> metaData(RecordedEvent event) {
        Provenance provenance = event.provenance();
        Map<String, Object> data = new HashMap<>();
        data.put(Headers.POSITION, event.position());
        data.put(TYPE, event.type());
        data.put(ACTOR, provenance.actor().value());
        data.put(OCCURRED_AT, provenance.occurredAt().toString());
        data.put(RECORDED_AT, provenance.recordedAt().toString());
        data.put(COMMAND, provenance.commandId().toString());
        putIfPresent(data, CORRELATION, provenance.correlationId());
        putIfPresent(data, REASON, provenance.reason());
        return data;
    }

    private static void putIfPresent(Map<String, Object> data, String key, @Nullable Object value) {
        if (value != null) {
            data.put(key, value.toString());
        }
    }

    private static String text(MetaData data, String key) {
        if (data.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(
                "the message of an event has no '%s'; read it from the ledger".formatted(key));
    }
}
