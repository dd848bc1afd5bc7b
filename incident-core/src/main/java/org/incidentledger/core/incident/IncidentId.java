package org.incidentledger.core.incident;

import org.incidentledger.core.vocabulary.Identifier;

/** Names one incident for ever. */
public record IncidentId(String value) {
    /** @throws org.incidentledger.core.vocabulary.InvalidValueException unless it is a valid identifier */
    public IncidentId {
        Identifier.require("incident id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
