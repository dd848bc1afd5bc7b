package org.incidentledger.core.history;

import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.subject.SubjectEvent;

/** What happened, and to which aggregate. */
public sealed interface Fact {
    /**
     * The fact that an event in a stream states.
     *
     * @throws IllegalArgumentException when it is no event of this domain, or the stream is not of its kind
     */
    static Fact of(StreamId stream, Object event) {
        return switch (event) {
            case IncidentEvent e -> new OfIncident(new IncidentId(idIn(Streams.INCIDENT, stream)), e);
            case MaintenanceEvent e -> new OfMaintenance(new MaintenanceId(idIn(Streams.MAINTENANCE, stream)), e);
            case CatalogEvent e -> {
                idIn(Streams.CATALOG.category(), stream);
                yield new OfCatalog(e);
            }
            case SubjectEvent e -> new OfSubject(Streams.subject(stream), e);
            case LedgerEvent e -> {
                idIn(Streams.LEDGER.category(), stream);
                yield new OfLedger(e);
            }
            default ->
                throw new IllegalArgumentException(
                        "%s cannot hold a %s".formatted(stream, event.getClass().getSimpleName()));
        };
    }

    private static String idIn(String category, StreamId stream) {
        if (!stream.category().equals(category)) {
            throw new IllegalArgumentException("%s cannot hold an event of a %s".formatted(stream, category));
        }
        return stream.id();
    }

    /** Something happened to an incident. */
    record OfIncident(IncidentId incident, IncidentEvent event) implements Fact {}

    /** Something happened to a maintenance. */
    record OfMaintenance(MaintenanceId maintenance, MaintenanceEvent event) implements Fact {}

    /** Something happened to the catalog. */
    record OfCatalog(CatalogEvent event) implements Fact {}

    /** Something happened to what is held about a subject. */
    record OfSubject(ActorRef subject, SubjectEvent event) implements Fact {}

    /** Something happened to the ledger itself. */
    record OfLedger(LedgerEvent event) implements Fact {}
}
