package org.incidentledger.core.publication;

import org.incidentledger.core.vocabulary.Identifier;

/** Names one public update for ever, through every correction and retraction; unique within its incident or maintenance. */
public record UpdateId(String value) {
    /** @throws org.incidentledger.core.vocabulary.InvalidValueException unless it is a valid identifier */
    public UpdateId {
        Identifier.require("update id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
