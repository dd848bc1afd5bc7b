package org.incidentledger.core.catalog;

import org.incidentledger.core.publication.ExternalRef;
import org.jspecify.annotations.Nullable;

/** Something that an actor wants of the catalog; a ledger has one. */
public sealed interface CatalogCommand {
    /** Says what the page is called, where it is and in which time zone it speaks. */
    record DescribePage(PageDescription page) implements CatalogCommand {}

    /** Adds a component to the page. */
    record AddComponent(
            ComponentId component,
            ComponentDescription description,
            @Nullable ExternalRef external) implements CatalogCommand {}

    /** Changes what the page says of a component. */
    record DescribeComponent(ComponentId component, ComponentDescription description) implements CatalogCommand {}

    /** Takes a component off the page; its history stays. */
    record RetireComponent(ComponentId component, String reason) implements CatalogCommand {}

    /** Puts a retired component back on the page. */
    record ReinstateComponent(ComponentId component, String reason) implements CatalogCommand {}
}
