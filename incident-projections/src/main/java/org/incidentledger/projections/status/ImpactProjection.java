package org.incidentledger.projections.status;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.projections.replay.Projection;
import org.jspecify.annotations.Nullable;

/**
 * What every incident and maintenance did to components, under the name of its stream. A drill affects nothing, a rejected or
 * merged incident no longer does; neither has a document.
 */
public final class ImpactProjection implements Projection<ImpactHistory> {
    @Override
    public String name() {
        return "impact";
    }

    @Override
    public Class<ImpactHistory> documentType() {
        return ImpactHistory.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        boolean concerned = switch (event.fact()) {
            case Fact.OfIncident f ->
                f.event() instanceof LifecycleEvent
                        || f.event() instanceof AssessmentEvent.IncidentAssessed
                        || f.event() instanceof PublicationEvent.PublicUpdatePosted
                        || f.event() instanceof PostMortemEvent.PostMortemPublished;
            case Fact.OfMaintenance f -> true;
            case Fact.OfCatalog f -> false;
            case Fact.OfSubject f -> false;
            case Fact.OfLedger f -> false;
        };
        return concerned ? List.of(event.stream().toString()) : List.of();
    }

    @Override
    public @Nullable ImpactHistory apply(String key, @Nullable ImpactHistory before, RecordedEvent event) {
        Instant at = event.provenance().occurredAt();
        return switch (event.fact()) {
            case Fact.OfIncident f -> apply(key, before, f.event(), at);
            case Fact.OfMaintenance f -> apply(key, before, f.event(), at);
            case Fact.OfCatalog f -> before;
            case Fact.OfSubject f -> before;
            case Fact.OfLedger f -> before;
        };
    }

    private static @Nullable ImpactHistory apply(
            String key, @Nullable ImpactHistory before, IncidentEvent event, Instant at) {
        if (event instanceof LifecycleEvent.IncidentReported reported) {
            return reported.exercise() ? null : reported(key, reported, at);
        }
        if (before == null) {
            return null;
        }
        if (event instanceof LifecycleEvent lifecycle) {
            return apply(before, lifecycle, at);
        }
        if (event instanceof AssessmentEvent.IncidentAssessed assessed) {
            return changed(before, assessed.components(), at);
        }
        if (event instanceof PublicationEvent.PublicUpdatePosted posted) {
            return changed(before.show(), posted.components(), at);
        }
        return event instanceof PostMortemEvent.PostMortemPublished ? before.show() : before;
    }

    private static ImpactHistory reported(String key, LifecycleEvent.IncidentReported event, Instant at) {
        Instant from = event.startedAt() == null ? at : event.startedAt();
        ImpactHistory history = new ImpactHistory(key, false, List.of(), List.of());
        for (var impact : event.components()) {
            history = history.affect(impact.component().value(), new ImpactHistory.Effect(impact.status(), from));
        }
        return history;
    }

    private static @Nullable ImpactHistory apply(ImpactHistory before, LifecycleEvent event, Instant at) {
        return switch (event) {
            case LifecycleEvent.IncidentReported e -> before;
            case LifecycleEvent.IncidentAcknowledged e -> before;
            case LifecycleEvent.IncidentResolved e -> before.stop(at);
            case LifecycleEvent.IncidentReopened e -> before.resume(at);
            case LifecycleEvent.ReportRejected e -> null;
            case LifecycleEvent.IncidentMerged e -> null;
        };
    }

    private static ImpactHistory changed(ImpactHistory before, List<ComponentChange> changes, Instant at) {
        ImpactHistory history = before;
        for (ComponentChange change : changes) {
            history = history.affect(change.component().value(), new ImpactHistory.Effect(change.to(), at));
        }
        return history;
    }

    private static @Nullable ImpactHistory apply(
            String key, @Nullable ImpactHistory before, MaintenanceEvent event, Instant at) {
        if (event instanceof MaintenanceEvent.MaintenanceScheduled scheduled) {
            return scheduled(key, scheduled);
        }
        if (before == null) {
            return null;
        }
        return switch (event) {
            case MaintenanceEvent.MaintenanceStarted e -> started(before, at);
            case MaintenanceEvent.MaintenanceCompleted e -> before.stop(at);
            case MaintenanceEvent.MaintenanceCancelled e -> before.stop(at);
            case MaintenanceEvent.MaintenanceScheduled e -> before;
            case MaintenanceEvent.MaintenanceRescheduled e -> before;
            case MaintenanceEvent.MaintenanceVerifying e -> before;
            case MaintenanceEvent.MaintenanceUpdatePosted e -> before;
            case MaintenanceEvent.MaintenanceUpdateCorrected e -> before;
            case MaintenanceEvent.MaintenanceUpdateRetracted e -> before;
            case MaintenanceEvent.MaintenanceTitleCorrected e -> before;
        };
    }

    /** The components are affected once the work begins. */
    private static ImpactHistory scheduled(String key, MaintenanceEvent.MaintenanceScheduled event) {
        return new ImpactHistory(
                key,
                true,
                event.components().stream()
                        .map(component -> new ImpactHistory.Effects(component.value(), List.of()))
                        .toList(),
                List.of());
    }

    private static ImpactHistory started(ImpactHistory before, Instant at) {
        ImpactHistory history = before;
        for (ImpactHistory.Effects component : before.components()) {
            history = history.affect(
                    component.component(), new ImpactHistory.Effect(ComponentStatus.UNDER_MAINTENANCE, at));
        }
        return history;
    }
}
