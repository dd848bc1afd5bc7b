package org.incidentledger.core.incident;

import org.incidentledger.core.vocabulary.Identifier;

/** Names one notification of an audience; unique within its incident. */
public record NotificationId(String value) {
    /** @throws org.incidentledger.core.vocabulary.InvalidValueException unless it is a valid identifier */
    public NotificationId {
        Identifier.require("notification id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
