package org.incidentledger.core.maintenance;

import org.incidentledger.core.vocabulary.Identifier;

/** Names one maintenance for ever. */
public record MaintenanceId(String value) {
    /** @throws org.incidentledger.core.vocabulary.InvalidValueException unless it is a valid identifier */
    public MaintenanceId {
        Identifier.require("maintenance id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
