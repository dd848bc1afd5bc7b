package org.incidentledger.core.tlog;

import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;

/**
 * What a checkpoint says: which log, how many leaves, which root (C2SP tlog-checkpoint). It says so without proof until
 * the note around it is verified; see {@link TrustedLog}.
 *
 * @param origin the log's name, one non-empty line
 * @param size unsigned number of leaves
 * @param root the root of the tree with so many leaves
 * @param extensions further lines, each non-empty, of no meaning here
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final StrictFormat FORMAT =
            new StrictFormat("checkpoint", "fetch it again from the log; never mend one by hand");
    private static final int LINES = 3;

    /**
     * Checks the components.
     *
     * @throws Malformed when the origin or an extension is not one non-empty line of printable text
     */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        FORMAT.requireLine(origin, "the origin");
        extensions.forEach(line -> FORMAT.requireLine(line, "an extension"));
    }

    /** A checkpoint without extensions. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads the text of a note in its only spelling: {@code parse(t).text()} equals {@code t}.
     *
     * @throws Malformed for any other text
     */
    public static Checkpoint parse(String text) {
        FORMAT.require(text.endsWith("\n"), text, "each line ends with a newline");
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        FORMAT.require(lines.size() >= LINES, text, "the first three lines are origin, size and root");
        long size = FORMAT.unsignedDecimal(lines.get(1), "the size");
        return new Checkpoint(
                lines.getFirst(), size, FORMAT.hash(lines.get(2), "the root"), lines.subList(LINES, lines.size()));
    }

    /** The text that is signed, with the final newline. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(Long.toUnsignedString(size))
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
