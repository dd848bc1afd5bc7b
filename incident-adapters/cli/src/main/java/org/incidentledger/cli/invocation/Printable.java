package org.incidentledger.cli.invocation;

/** Stored text made fit for a terminal: nothing in it can move the cursor, change colours or reverse what is read. */
public final class Printable {
    private static final int REPLACEMENT = '\uFFFD';

    private Printable() {}

    /** The text on one line: line breaks and tabs become a space, other control and direction characters U+FFFD. */
    public static String line(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : visible(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The text with its line breaks, each line indented; other control and direction characters become U+FFFD. */
    public static String block(String text, String indent) {
        StringBuilder out = new StringBuilder();
        text.lines().forEach(line -> out.append(indent).append(line(line)).append('\n'));
        return out.toString();
    }

    private static int visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> REPLACEMENT;
            case Character.FORMAT -> c == '\u200D' || c == '\u200C' || c == '\u00AD' ? c : REPLACEMENT;
            default -> c;
        };
    }
}
