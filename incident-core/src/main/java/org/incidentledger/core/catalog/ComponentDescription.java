package org.incidentledger.core.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What the page says of a component.
 *
 * @param group the heading under which it is shown; none for the top of the page
 * @param order its place among the others, ascending
 */
public record ComponentDescription(
        String name,
        ComponentKind kind,
        @Nullable String group,
        @Nullable String description,
        int order) {}
