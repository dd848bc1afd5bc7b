package org.incidentledger.core.publication;

import java.util.Locale;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * What another system calls the same thing.
 *
 * @param source the system, such as {@code statuspage:kctbh9vrtdwd}; at most 200 characters
 * @param id its identifier there; at most 200 characters
 * @param url where people find it there; at most 500 characters
 */
public record ExternalRef(
        String source, String id, @Nullable String url) {
    private static final int MAX_NAME = 200;
    private static final int MAX_URL = 500;

    /** @throws InvalidValueException when a part is blank, too long or not valid Unicode text */
    public ExternalRef {
        require("source", source, MAX_NAME);
        require("id", id, MAX_NAME);
        if (url != null) {
            require("url", url, MAX_URL);
        }
    }

    private static void require(String part, String value, int limit) {
        if (value.isBlank() || value.length() > limit || !Texts.isFit(value)) {
            throw new InvalidValueException(String.format(
                    Locale.ROOT,
                    "the %s '%s' of an external reference must have 1 to %d characters of valid Unicode text",
                    part,
                    Quoted.shorten(value),
                    limit));
        }
    }
}
