package org.incidentledger.core.axon;

import org.incidentledger.core.catalog.Catalog;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.Maintenance;
import org.incidentledger.core.subject.Subject;

/** What the aggregates of Axon hold, so that it can be kept and given back without folding all events again. */
public final class AggregateStates {
    private AggregateStates() {}

    /**
     * The state of an aggregate.
     *
     * @throws IllegalArgumentException when it is none of {@link Aggregates}
     */
    public static Record of(Object aggregate) {
        if (aggregate instanceof Folded folded) {
            return folded.state();
        }
        throw new IllegalArgumentException("%s is no aggregate of this ledger"
                .formatted(aggregate.getClass().getSimpleName()));
    }

    /**
     * Of which type the states of a stream are.
     *
     * @throws IllegalArgumentException when the stream has no aggregate
     */
    public static Class<? extends Record> typeOf(StreamId stream) {
        if (Streams.isOfSubject(stream)) {
            return Subject.class;
        }
        switch (stream.category()) {
            case Streams.INCIDENT -> {
                return Incident.class;
            }
            case Streams.MAINTENANCE -> {
                return Maintenance.class;
            }
            default -> {
                if (stream.equals(Streams.CATALOG)) {
                    return Catalog.class;
                }
            }
        }
        throw new IllegalArgumentException("the stream %s has no aggregate".formatted(stream));
    }

    /** The aggregate of a stream in a state, as if it had been loaded. */
    public static Object aggregate(StreamId stream, Record state) {
        String id = stream.toString();
        return switch (state) {
            case Incident incident -> new IncidentAggregate(id, incident);
            case Maintenance maintenance -> new MaintenanceAggregate(id, maintenance);
            case Catalog catalog -> new CatalogAggregate(id, catalog);
            case Subject subject -> new SubjectAggregate(id, subject);
            default ->
                throw new IllegalArgumentException("%s is no state of an aggregate"
                        .formatted(state.getClass().getSimpleName()));
        };
    }
}
