package org.incidentledger.core.vocabulary;

import java.util.regex.Pattern;

/** Untrusted text made fit for one line of an error message. */
public final class Quoted {
    private static final int SHOWN_CHARACTERS = 60;
    private static final Pattern NOT_ON_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private Quoted() {}

    /**
     * At most 60 characters of the text, control characters and line separators replaced by a space, with an ellipsis where
     * cut; never half of a character that takes two.
     */
    public static String shorten(String text) {
        if (text.length() <= SHOWN_CHARACTERS) {
            return line(text);
        }
        int cut =
                Character.isHighSurrogate(text.charAt(SHOWN_CHARACTERS - 1)) ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS;
        return line(text.substring(0, cut)) + "…";
    }

    private static String line(String text) {
        return NOT_ON_A_LINE.matcher(text).replaceAll(" ");
    }
}
