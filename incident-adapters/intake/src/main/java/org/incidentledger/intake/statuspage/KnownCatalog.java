package org.incidentledger.intake.statuspage;

import java.util.HashMap;
import java.util.Map;
import org.incidentledger.core.catalog.Catalog;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.publication.ExternalRef;
import org.jspecify.annotations.Nullable;

/**
 * What a mirror needs to know of the catalog of the ledger. Immutable.
 *
 * @param externals what the components are called elsewhere
 */
record KnownCatalog(Catalog state, Map<ComponentId, ExternalRef> externals) {
    static final KnownCatalog NONE = new KnownCatalog(Catalog.EMPTY, Map.of());

    KnownCatalog after(CatalogEvent event) {
        Catalog next = state.evolve(event);
        return switch (event) {
            case CatalogEvent.ComponentAdded e -> new KnownCatalog(next, with(e.component(), e.external()));
            case CatalogEvent.PageDescribed e -> new KnownCatalog(next, externals);
            case CatalogEvent.ComponentDescribed e -> new KnownCatalog(next, externals);
            case CatalogEvent.ComponentRetired e -> new KnownCatalog(next, externals);
            case CatalogEvent.ComponentReinstated e -> new KnownCatalog(next, externals);
        };
    }

    @Nullable
    ComponentDescription component(ComponentId id) {
        Catalog.Entry entry = state.components().get(id);
        return entry == null ? null : entry.description();
    }

    private Map<ComponentId, ExternalRef> with(ComponentId component, @Nullable ExternalRef external) {
        if (external == null) {
            return externals;
        }
        Map<ComponentId, ExternalRef> next = new HashMap<>(externals);
        next.put(component, external);
        return next;
    }
}
