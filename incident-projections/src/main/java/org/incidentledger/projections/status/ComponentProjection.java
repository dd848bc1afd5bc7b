package org.incidentledger.projections.status;

import java.util.List;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.replay.Stamp;
import org.jspecify.annotations.Nullable;

/** Every component that was ever on the page, under its id. */
public final class ComponentProjection implements Projection<ComponentHistory> {
    @Override
    public String name() {
        return "components";
    }

    @Override
    public Class<ComponentHistory> documentType() {
        return ComponentHistory.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return event.fact() instanceof Fact.OfCatalog f ? keys(f.event()) : List.of();
    }

    @Override
    public @Nullable ComponentHistory apply(String key, @Nullable ComponentHistory before, RecordedEvent event) {
        return event.fact() instanceof Fact.OfCatalog f ? apply(before, f.event(), Stamp.of(event)) : before;
    }

    private static List<String> keys(CatalogEvent event) {
        return switch (event) {
            case CatalogEvent.PageDescribed e -> List.of();
            case CatalogEvent.ComponentAdded e -> List.of(e.component().value());
            case CatalogEvent.ComponentDescribed e -> List.of(e.component().value());
            case CatalogEvent.ComponentRetired e -> List.of(e.component().value());
            case CatalogEvent.ComponentReinstated e -> List.of(e.component().value());
        };
    }

    private static @Nullable ComponentHistory apply(
            @Nullable ComponentHistory before, CatalogEvent event, Stamp stamp) {
        if (event instanceof CatalogEvent.ComponentAdded e) {
            return new ComponentHistory(e.component().value(), e.description(), e.external(), stamp, List.of(), null);
        }
        if (before == null) {
            return null;
        }
        return switch (event) {
            case CatalogEvent.PageDescribed e -> before;
            case CatalogEvent.ComponentAdded e -> before;
            case CatalogEvent.ComponentDescribed e -> before.described(e.to(), stamp);
            case CatalogEvent.ComponentRetired e -> before.retired(stamp);
            case CatalogEvent.ComponentReinstated e -> before.retired(null);
        };
    }
}
