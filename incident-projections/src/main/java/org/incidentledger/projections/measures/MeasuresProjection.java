package org.incidentledger.projections.measures;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.projections.replay.Projection;
import org.jspecify.annotations.Nullable;

/** The instants that the measures of every incident are made of, drills included, under the id of the incident. */
public final class MeasuresProjection implements Projection<IncidentMeasures> {
    @Override
    public String name() {
        return "measures";
    }

    @Override
    public Class<IncidentMeasures> documentType() {
        return IncidentMeasures.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return event.fact() instanceof Fact.OfIncident f && concerns(f.event())
                ? List.of(f.incident().value())
                : List.of();
    }

    @Override
    public @Nullable IncidentMeasures apply(String key, @Nullable IncidentMeasures before, RecordedEvent event) {
        return event.fact() instanceof Fact.OfIncident f
                ? apply(before, f.event(), event.provenance().occurredAt())
                : before;
    }

    private static boolean concerns(IncidentEvent event) {
        return event instanceof LifecycleEvent
                || event instanceof AssessmentEvent.IncidentAssessed
                || event instanceof ContainmentEvent.IncidentContained
                || event instanceof PublicationEvent.PublicUpdatePosted
                || event instanceof PostMortemEvent.PostMortemPublished
                || event instanceof PostMortemEvent.PostMortemWaived;
    }

    private static @Nullable IncidentMeasures apply(
            @Nullable IncidentMeasures before, IncidentEvent event, Instant at) {
        if (event instanceof LifecycleEvent.IncidentReported reported) {
            return MeasuresEdit.reported(reported, at).done();
        }
        if (before == null) {
            return null;
        }
        MeasuresEdit edit = new MeasuresEdit(before);
        edit.take(event, at);
        return edit.done();
    }
}
