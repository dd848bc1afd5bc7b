package org.incidentledger.web.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What became of a text, word by word. */
final class TextDiff {
    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}_]+|.", Pattern.DOTALL);

    /** Beyond this the comparison would take longer than a reader waits: whole lines are compared then. */
    private static final int MAX_WORDS = 4_000;

    private TextDiff() {}

    /** What happened to a stretch of text. */
    enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A stretch of text. */
    record Piece(Kind kind, String text) {}

    /** Both texts in one, in order. */
    static List<Piece> words(String from, String to) {
        List<String> before = split(from);
        List<String> after = split(to);
        if (before.size() > MAX_WORDS || after.size() > MAX_WORDS) {
            before = List.of(from.splitWithDelimiters("\n", -1));
            after = List.of(to.splitWithDelimiters("\n", -1));
        }
        return pieces(before, after);
    }

    private static List<String> split(String text) {
        return WORDS.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Piece> pieces(List<String> before, List<String> after) {
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            add(pieces, Kind.KEPT, before.subList(next, delta.getSource().getPosition()));
            add(pieces, Kind.REMOVED, delta.getSource().getLines());
            add(pieces, Kind.ADDED, delta.getTarget().getLines());
            next = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Kind.KEPT, before.subList(next, before.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, Markdown.readable(String.join("", words))));
        }
    }
}
