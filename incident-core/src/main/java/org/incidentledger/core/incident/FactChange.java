package org.incidentledger.core.incident;

import org.jspecify.annotations.Nullable;

/** How a fact that the statutory clocks ask for changed; absent on one side when it was not known or was withdrawn. */
public record FactChange(
        String name, @Nullable String from, @Nullable String to) {}
