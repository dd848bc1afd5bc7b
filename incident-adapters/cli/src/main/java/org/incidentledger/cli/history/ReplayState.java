package org.incidentledger.cli.history;

import java.util.HashMap;
import java.util.Map;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.Maintenance;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.replay.FoldedDocuments;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;

/** Everything as it stood at one point of a replay. */
final class ReplayState {
    private final Map<StreamId, Incident> incidents = new HashMap<>();
    private final Map<StreamId, Maintenance> maintenances = new HashMap<>();
    private final FoldedDocuments<PublicStory> stories = new FoldedDocuments<>(new TimelineProjection());
    private final AuditProjection audit = new AuditProjection();

    /** Takes in the next event, and says how things stand after it. */
    ReplayStep after(RecordedEvent event) {
        stories.fold(event);
        return new ReplayStep(
                event, audit.apply(AuditProjection.key(event.position()), null, event), phase(event), status(event));
    }

    private @Nullable String phase(RecordedEvent event) {
        return switch (event.fact()) {
            case Fact.OfIncident f -> phase(event.stream(), f.event());
            case Fact.OfMaintenance f -> phase(event.stream(), f.event());
            case Fact.OfCatalog f -> null;
            case Fact.OfSubject f -> null;
            case Fact.OfLedger f -> null;
        };
    }

    private String phase(StreamId stream, IncidentEvent event) {
        Incident next = incidents.getOrDefault(stream, Incident.UNREPORTED).evolve(event);
        incidents.put(stream, next);
        return Words.of(next.phase());
    }

    private String phase(StreamId stream, MaintenanceEvent event) {
        Maintenance next =
                maintenances.getOrDefault(stream, Maintenance.UNSCHEDULED).evolve(event);
        maintenances.put(stream, next);
        return Words.of(next.status());
    }

    private @Nullable String status(RecordedEvent event) {
        return stories.get(event.stream().toString())
                .filter(PublicStory::shown)
                .map(story -> story.status() == null ? "retracted" : Words.of(story.status()))
                .orElse(null);
    }
}
