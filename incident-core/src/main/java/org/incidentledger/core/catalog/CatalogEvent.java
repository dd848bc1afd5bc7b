package org.incidentledger.core.catalog;

import org.incidentledger.core.publication.ExternalRef;
import org.jspecify.annotations.Nullable;

/** Something that happened to the catalog; a fact that is never changed and never removed. */
public sealed interface CatalogEvent {
    /** The page describes itself; {@code from} is what it said before, when it said anything. */
    record PageDescribed(@Nullable PageDescription from, PageDescription to) implements CatalogEvent {}

    /** A component came onto the page. */
    record ComponentAdded(
            ComponentId component,
            ComponentDescription description,
            @Nullable ExternalRef external) implements CatalogEvent {}

    /** What the page says of a component changed. */
    record ComponentDescribed(ComponentId component, ComponentDescription from, ComponentDescription to)
            implements CatalogEvent {}

    /** A component left the page. */
    record ComponentRetired(ComponentId component, String reason) implements CatalogEvent {}

    /** A retired component came back onto the page. */
    record ComponentReinstated(ComponentId component, String reason) implements CatalogEvent {}
}
