package org.incidentledger.core.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of the catalog, folded from its events. Immutable.
 *
 * @param events how many events the catalog has, which is also the sequence of the next
 */
public record Catalog(long events, @Nullable PageDescription page, Map<ComponentId, Entry> components) {
    /** The state before the first event. */
    public static final Catalog EMPTY = new Catalog(0, null, Map.of());

    /** One component of the catalog. */
    public record Entry(ComponentDescription description, boolean retired) {}

    /**
     * The state after one more event.
     *
     * @throws ImpossibleEventException when no decider could have emitted it here
     */
    public Catalog evolve(CatalogEvent event) {
        return switch (event) {
            case CatalogEvent.PageDescribed e -> new Catalog(events + 1, e.to(), components);
            case CatalogEvent.ComponentAdded e -> {
                if (components.containsKey(e.component())) {
                    throw new ImpossibleEventException(e, "with component " + e.component());
                }
                yield with(e.component(), new Entry(e.description(), false));
            }
            case CatalogEvent.ComponentDescribed e ->
                with(e.component(), new Entry(e.to(), known(e, e.component()).retired()));
            case CatalogEvent.ComponentRetired e ->
                with(e.component(), new Entry(known(e, e.component()).description(), true));
            case CatalogEvent.ComponentReinstated e ->
                with(e.component(), new Entry(known(e, e.component()).description(), false));
        };
    }

    private Entry known(CatalogEvent event, ComponentId component) {
        Entry entry = components.get(component);
        if (entry == null) {
            throw new ImpossibleEventException(event, "without component " + component);
        }
        return entry;
    }

    private Catalog with(ComponentId component, Entry entry) {
        Map<ComponentId, Entry> next = new LinkedHashMap<>(components);
        next.put(component, entry);
        return new Catalog(events + 1, page, next);
    }
}
