package org.incidentledger.core.vocabulary;

/** Untrusted text made fit for one line of an error message. */
public final class Quoted {
    private static final int SHOWN_CHARACTERS = 60;

    private Quoted() {}

    /** At most 60 characters of the text, control characters replaced by a space, with an ellipsis where cut. */
    public static String shorten(String text) {
        String line =
                text.substring(0, Math.min(text.length(), SHOWN_CHARACTERS)).replaceAll("\\p{Cntrl}", " ");
        return text.length() > SHOWN_CHARACTERS ? line + "…" : line;
    }
}
