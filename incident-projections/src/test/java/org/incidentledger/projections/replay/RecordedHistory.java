package org.incidentledger.projections.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.Provenance;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.subject.SubjectEvent;

/**
 * A history in the making. Positions and sequences count themselves; what is recorded is recorded one second after the entry
 * before it, from 2026-06-01 on, however far in the past it occurred.
 */
public final class RecordedHistory {
    private static final Instant FIRST_RECORDED = Instant.parse("2026-06-01T00:00:00Z");
    private static final EventCodec CODEC = new EventCodec();

    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<StreamId, Long> lengths = new HashMap<>();
    private Instant occurredAt = Instant.parse("2026-03-01T00:00:00Z");
    private ActorRef actor = new ActorRef("staff/anna");

    /** What follows occurred at that time of 2026-03-01, such as {@code 10:30}, or at an instant in full. */
    public RecordedHistory at(String time) {
        occurredAt = instant(time);
        return this;
    }

    /** What follows is said by that actor. */
    public RecordedHistory by(String reference) {
        actor = new ActorRef(reference);
        return this;
    }

    public RecordedHistory incident(String id, IncidentEvent... happened) {
        for (IncidentEvent event : happened) {
            record(new StreamId("incident", id), event, new Fact.OfIncident(new IncidentId(id), event));
        }
        return this;
    }

    public RecordedHistory maintenance(String id, MaintenanceEvent... happened) {
        for (MaintenanceEvent event : happened) {
            record(new StreamId("maintenance", id), event, new Fact.OfMaintenance(new MaintenanceId(id), event));
        }
        return this;
    }

    public RecordedHistory catalog(CatalogEvent... happened) {
        for (CatalogEvent event : happened) {
            record(new StreamId("catalog", "page"), event, new Fact.OfCatalog(event));
        }
        return this;
    }

    public RecordedHistory subject(String reference, SubjectEvent... happened) {
        for (SubjectEvent event : happened) {
            record(StreamId.parse(reference), event, new Fact.OfSubject(new ActorRef(reference), event));
        }
        return this;
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** The view after everything so far. */
    public <D> FoldedDocuments<D> fold(Projection<D> projection) {
        FoldedDocuments<D> documents = new FoldedDocuments<>(projection);
        events.forEach(documents::fold);
        return documents;
    }

    /** An instant as {@link #at} reads it. */
    public static Instant instant(String time) {
        return Instant.parse(time.contains("T") ? time : "2026-03-01T" + time + ":00Z");
    }

    /** When the entry at a position was recorded. */
    public static Instant recordedAt(long position) {
        return FIRST_RECORDED.plusSeconds(position);
    }

    private void record(StreamId stream, Object event, Fact fact) {
        long position = events.size();
        long sequence = lengths.merge(stream, 1L, Long::sum) - 1;
        Provenance provenance = new Provenance(
                actor, occurredAt, recordedAt(position), new UUID(7, position), null, position == 0 ? "first" : null);
        events.add(new RecordedEvent(
                position,
                new UUID(9, position),
                stream,
                sequence,
                CODEC.encode(event).type(),
                provenance,
                fact));
    }
}
