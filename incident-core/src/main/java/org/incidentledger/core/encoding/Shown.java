package org.incidentledger.core.encoding;

/** Text from an entry that may be damaged, made fit for one line of an error message. */
final class Shown {
    private static final int MAX_CHARACTERS = 400;

    private Shown() {}

    static String of(String text) {
        String line = text.substring(0, Math.min(text.length(), MAX_CHARACTERS)).replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
        return text.length() > MAX_CHARACTERS ? line + "…" : line;
    }
}
