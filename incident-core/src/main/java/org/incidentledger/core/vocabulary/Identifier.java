package org.incidentledger.core.vocabulary;

import java.util.Locale;

/** The rule that every identifier of the domain obeys: it is safe in a stream name, a URL path and a file name. */
public final class Identifier {
    /** The longest identifier, in characters. */
    public static final int MAX_LENGTH = 80;

    private Identifier() {}

    /**
     * Returns the identifier unchanged.
     *
     * @param what the noun that the error message uses, such as {@code incident id}
     * @throws InvalidValueException unless it is 1 to 80 letters, digits, dots, hyphens or underscores and begins with a
     *     letter or digit
     */
    public static String require(String what, String value) {
        if (!isIdentifier(value, 0)) {
            throw new InvalidValueException(String.format(
                    Locale.ROOT,
                    "'%s' is no %s; use 1 to %d letters, digits, '.', '_' or '-', beginning with a letter or digit",
                    Quoted.shorten(value),
                    what,
                    MAX_LENGTH));
        }
        return value;
    }

    /**
     * Whether the rest of a text is an identifier. Every entry that is read holds several, and a regular expression took a tenth of
     * that.
     *
     * @param from where the rest begins
     */
    public static boolean isIdentifier(String text, int from) {
        int length = text.length() - from;
        if (length < 1 || length > MAX_LENGTH || !isLetterOrDigit(text.charAt(from))) {
            return false;
        }
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
