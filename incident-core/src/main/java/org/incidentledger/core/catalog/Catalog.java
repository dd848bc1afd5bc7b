package org.incidentledger.core.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    /** Nobody changes the catalog but by an event. */
    public Catalog {
        components = Collections.unmodifiableMap(components);
    }

    /** One component of the catalog. */
    public record Entry(ComponentDescription description, boolean retired) {}

    /**
     * The state after one more event.
     *
     * @throws ImpossibleEventException when no decider could have emitted it here
     */
    public Catalog evolve(CatalogEvent event) {
        return switch (event) {
            case CatalogEvent.PageDescribed e -> {
                if (!Objects.equals(e.from(), page)) {
                    throw new ImpossibleEventException(e, "with another description of the page");
                }
                yield new Catalog(events + 1, e.to(), components);
            }
            case CatalogEvent.ComponentAdded e -> {
                if (components.containsKey(e.component())) {
                    throw new ImpossibleEventException(e, "with component " + e.component());
                }
                yield with(e.component(), new Entry(e.description(), false));
            }
            case CatalogEvent.ComponentDescribed e -> {
                Entry entry = known(e, e.component());
                if (!entry.description().equals(e.from())) {
                    throw new ImpossibleEventException(e, "with another description of component " + e.component());
                }
                yield with(e.component(), new Entry(e.to(), entry.retired()));
            }
            case CatalogEvent.ComponentRetired e -> moved(e, e.component(), true);
            case CatalogEvent.ComponentReinstated e -> moved(e, e.component(), false);
        };
    }

    private Catalog moved(CatalogEvent event, ComponentId component, boolean retired) {
        Entry entry = known(event, component);
        if (entry.retired() == retired) {
            throw new ImpossibleEventException(
                    event, "with component %s %s".formatted(component, retired ? "retired" : "on the page"));
        }
        return with(component, new Entry(entry.description(), retired));
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
