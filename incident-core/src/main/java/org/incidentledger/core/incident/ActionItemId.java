package org.incidentledger.core.incident;

import org.incidentledger.core.vocabulary.Identifier;

/** Names one action item; unique within its incident. */
public record ActionItemId(String value) {
    /** @throws org.incidentledger.core.vocabulary.InvalidValueException unless it is a valid identifier */
    public ActionItemId {
        Identifier.require("action item id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
