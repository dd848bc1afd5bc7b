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

    /** Fewer words that stayed between two changes are no stretch of their own. */
    private static final int LEAST_KEPT = 3;

    /** How many characters around a change are shown, when not all are. */
    private static final int AROUND = 160;

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
        for (Change change : changes(before, after)) {
            add(pieces, Kind.KEPT, before.subList(next, change.from()));
            add(pieces, Kind.REMOVED, before.subList(change.from(), change.until()));
            add(pieces, Kind.ADDED, after.subList(change.newFrom(), change.newUntil()));
            next = change.until();
        }
        add(pieces, Kind.KEPT, before.subList(next, before.size()));
        return pieces;
    }

    /** Words that were exchanged for others. */
    private record Change(int from, int until, int newFrom, int newUntil) {}

    /** What changed. A word or two that stayed between two changes are taken as changed, too: nobody reads such a patchwork. */
    private static List<Change> changes(List<String> before, List<String> after) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int from = delta.getSource().getPosition();
            int newFrom = delta.getTarget().getPosition();
            if (!changes.isEmpty() && isPatch(before.subList(changes.getLast().until(), from))) {
                Change last = changes.removeLast();
                from = last.from();
                newFrom = last.newFrom();
            }
            changes.add(new Change(
                    from,
                    delta.getSource().getPosition() + delta.getSource().size(),
                    newFrom,
                    delta.getTarget().getPosition() + delta.getTarget().size()));
        }
        return changes;
    }

    private static boolean isPatch(List<String> kept) {
        return kept.stream().noneMatch(word -> word.contains("\n"))
                && kept.stream()
                                .filter(word -> Character.isLetterOrDigit(word.charAt(0)))
                                .count()
                        < LEAST_KEPT;
    }

    /** The same with only the ends of long stretches that stayed. */
    static List<Piece> excerpts(List<Piece> pieces) {
        List<Piece> shortened = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            String text = piece.text();
            if (piece.kind() == Kind.KEPT && text.length() > 3 * AROUND) {
                String start = i == 0 ? "" : text.substring(0, text.lastIndexOf(' ', AROUND) + 1);
                String end =
                        i == pieces.size() - 1 ? "" : text.substring(text.indexOf(' ', text.length() - AROUND) + 1);
                text = start + "…" + (start.isEmpty() || end.isEmpty() ? "" : "\n…") + end;
            }
            shortened.add(new Piece(piece.kind(), text));
        }
        return shortened;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, Markdown.readable(String.join("", words))));
        }
    }
}
