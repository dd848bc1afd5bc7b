package org.incidentledger.projections.timeline;

import java.util.List;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.replay.Projection;
import org.jspecify.annotations.Nullable;

/** The public story of every incident that is no drill and of every maintenance, under the name of its stream. */
public final class TimelineProjection implements Projection<PublicStory> {
    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public Class<PublicStory> documentType() {
        return PublicStory.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        boolean concerned = switch (event.fact()) {
            case Fact.OfIncident f -> IncidentStory.concerns(f.event());
            case Fact.OfMaintenance f -> true;
            case Fact.OfCatalog f -> false;
            case Fact.OfSubject f -> false;
            case Fact.OfLedger f -> false;
        };
        return concerned ? List.of(event.stream().toString()) : List.of();
    }

    @Override
    public @Nullable PublicStory apply(String key, @Nullable PublicStory before, RecordedEvent event) {
        return switch (event.fact()) {
            case Fact.OfIncident f -> IncidentStory.apply(before, event, f.event());
            case Fact.OfMaintenance f -> MaintenanceStory.apply(before, event, f.event());
            case Fact.OfCatalog f -> before;
            case Fact.OfSubject f -> before;
            case Fact.OfLedger f -> before;
        };
    }
}
