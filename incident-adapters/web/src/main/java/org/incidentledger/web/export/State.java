package org.incidentledger.web.export;

/**
 * What a folder holds.
 *
 * @param kind of what site
 * @param size of how many entries
 */
record State(String kind, long size) {
    /** How many entries the folder knows of, if it is one of this kind. */
    long since(String wanted) {
        return kind.equals(wanted) ? size : 0;
    }

    String text() {
        return kind + " " + size + "\n";
    }

    static State parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        return parts.length == 2 && parts[1].matches("\\d{1,15}")
                ? new State(parts[0], Long.parseLong(parts[1]))
                : new State("", 0);
    }
}
