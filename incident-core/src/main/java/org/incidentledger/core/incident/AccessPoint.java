package org.incidentledger.core.incident;

import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * A place through which somebody could get in, and whose connections can be closed.
 *
 * @param name unique together with the kind; 1 to 200 characters without control characters
 */
public record AccessPoint(AccessPointKind kind, String name) {
    private static final int MAX_NAME = 200;

    /** @throws InvalidValueException when the name is blank, too long or has control characters */
    public AccessPoint {
        if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException(
                    "'%s' is no name of an access point; use 1 to %d characters without control characters"
                            .formatted(Quoted.shorten(name), MAX_NAME));
        }
    }
}
