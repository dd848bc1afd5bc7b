package org.incidentledger.core.tlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;

/** Reads the bodies of a witness's answers. */
final class AnswerFormat {

    static final int OK = 200;
    static final int CONFLICT = 409;

    private static final StrictFormat FORMAT =
            new StrictFormat("answer of a witness", "check the address: what answers there may be no witness");
    private static final int MESSAGE_CHARS = 200;

    private AnswerFormat() {}

    static void requireLines(List<NoteSignature> lines) {
        FORMAT.require(
                !lines.isEmpty() && lines.size() <= SignedNote.MAX_SIGNATURES,
                lines.size() + " lines",
                "a witness answers with 1 to " + SignedNote.MAX_SIGNATURES);
    }

    static List<NoteSignature> lines(byte[] body) {
        String text = withoutLastNewline(body);
        return Arrays.stream(text.split("\n", SignedNote.MAX_SIGNATURES + 1))
                .map(NoteSignature::parse)
                .toList();
    }

    static long size(byte[] body) {
        return FORMAT.unsignedDecimal(withoutLastNewline(body), "a size");
    }

    /** The first line of whatever the witness says, made harmless to print. */
    static String message(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.lines()
                .findFirst()
                .orElse("")
                .codePoints()
                .limit(MESSAGE_CHARS)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static Malformed unknownStatus(int status) {
        return FORMAT.malformed("status " + status, "a witness answers 200, 400, 403, 404, 409 or 422");
    }

    private static String withoutLastNewline(byte[] body) {
        String text = FORMAT.utf8(body);
        FORMAT.require(text.endsWith("\n"), text, "each line ends with a newline");
        return text.substring(0, text.length() - 1);
    }
}
