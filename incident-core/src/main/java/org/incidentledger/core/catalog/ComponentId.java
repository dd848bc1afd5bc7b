package org.incidentledger.core.catalog;

import org.incidentledger.core.vocabulary.Identifier;

/** Names one component (a node or a service) of the status page. */
public record ComponentId(String value) implements Comparable<ComponentId> {
    /** @throws org.incidentledger.core.vocabulary.InvalidValueException unless it is a valid identifier */
    public ComponentId {
        Identifier.require("component id", value);
    }

    @Override
    public int compareTo(ComponentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
