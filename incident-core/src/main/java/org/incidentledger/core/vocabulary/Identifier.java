package org.incidentledger.core.vocabulary;

import java.util.Locale;
import java.util.regex.Pattern;

/** The rule that every identifier of the domain obeys: it is safe in a stream name, a URL path and a file name. */
public final class Identifier {
    /** The longest identifier, in characters. */
    public static final int MAX_LENGTH = 80;

    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]*");

    private Identifier() {}

    /**
     * Returns the identifier unchanged.
     *
     * @param what the noun that the error message uses, such as {@code incident id}
     * @throws InvalidValueException unless it is 1 to 80 letters, digits, dots, hyphens or underscores and begins with a
     *     letter or digit
     */
    public static String require(String what, String value) {
        if (value.length() > MAX_LENGTH || !ALLOWED.matcher(value).matches()) {
            throw new InvalidValueException(String.format(
                    Locale.ROOT,
                    "'%s' is no %s; use 1 to %d letters, digits, '.', '_' or '-', beginning with a letter or digit",
                    Quoted.shorten(value),
                    what,
                    MAX_LENGTH));
        }
        return value;
    }
}
