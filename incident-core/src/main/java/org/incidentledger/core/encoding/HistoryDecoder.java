package org.incidentledger.core.encoding;

import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.Provenance;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceId;

/** Reads entries of the ledger as history that projections fold. Safe for use by many threads. */
public final class HistoryDecoder {
    private final EventCodec codec;

    public HistoryDecoder(EventCodec codec) {
        this.codec = codec;
    }

    /** @throws EncodingException when the entry or its event cannot be read */
    public RecordedEvent decode(StoredEntry stored) {
        return decode(EntryFormat.read(stored));
    }

    /** @throws EncodingException when the event cannot be read, or lies in a stream of another kind */
    public RecordedEvent decode(Entry entry) {
        return new RecordedEvent(
                entry.position(),
                entry.id(),
                entry.stream(),
                entry.sequence(),
                entry.event().type(),
                new Provenance(
                        entry.actor(),
                        entry.occurredAt(),
                        entry.recordedAt(),
                        entry.commandId(),
                        entry.correlationId(),
                        entry.reason()),
                fact(entry, codec.decode(entry.event(), entry.position())));
    }

    private static Fact fact(Entry entry, Object event) {
        return switch (event) {
            case IncidentEvent e -> new Fact.OfIncident(new IncidentId(idIn("incident", entry)), e);
            case MaintenanceEvent e -> new Fact.OfMaintenance(new MaintenanceId(idIn("maintenance", entry)), e);
            case CatalogEvent e -> {
                idIn("catalog", entry);
                yield new Fact.OfCatalog(e);
            }
            default -> throw new IllegalStateException("the codec gave %s".formatted(event.getClass()));
        };
    }

    private static String idIn(String category, Entry entry) {
        StreamId stream = entry.stream();
        if (!stream.category().equals(category)) {
            throw new EncodingException.BrokenEntry(
                    entry.position(),
                    entry.event().type(),
                    new Flaw("/stream", "%s cannot hold an event of this type".formatted(stream), null));
        }
        return stream.id();
    }
}
