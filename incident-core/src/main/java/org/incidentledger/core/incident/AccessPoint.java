package org.incidentledger.core.incident;

import java.util.Locale;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * A place through which somebody could get in, and whose connections can be closed.
 *
 * @param name unique together with the kind; 1 to 200 characters without control characters
 */
public record AccessPoint(AccessPointKind kind, String name) {
    private static final int MAX_NAME = 200;

    /** @throws InvalidValueException when the name is blank, too long, has control characters or half of a surrogate pair */
    public AccessPoint {
        if (name.isBlank()
                || name.length() > MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)
                || !Texts.isFit(name)) {
            throw new InvalidValueException(String.format(
                    Locale.ROOT,
                    "'%s' is no name of an access point; use 1 to %d characters of valid Unicode text without control characters",
                    Quoted.shorten(name),
                    MAX_NAME));
        }
    }
}
