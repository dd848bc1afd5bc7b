package org.incidentledger.core.decision;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a text must be like before it may enter the ledger. */
public final class Texts {
    private Texts() {}

    /**
     * An objection unless the text has something to read, at most {@code limit} characters (Unicode code points) and only
     * characters that JSON and UTF-8 can carry.
     *
     * @param what the noun for the message, such as {@code public text}
     */
    public static @Nullable Refusal required(String what, String text, int limit) {
        if (text.isBlank()) {
            return new Refusal(
                    Rule.TEXT_EMPTY, "the %s is empty; write at least one visible character".formatted(what));
        }
        return optional(what, text, limit);
    }

    /** The same for a text that may be absent or blank. */
    public static @Nullable Refusal optional(String what, @Nullable String text, int limit) {
        if (text == null) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            return new Refusal(
                    Rule.TEXT_TOO_LONG,
                    String.format(
                            Locale.ROOT,
                            "the %s has %,d characters, the limit is %,d; shorten it",
                            what,
                            length,
                            limit));
        }
        return isFit(text)
                ? null
                : new Refusal(
                        Rule.TEXT_UNFIT,
                        "the %s contains a NUL or half of a surrogate pair; send it as valid Unicode text"
                                .formatted(what));
    }

    /** Whether JSON and UTF-8 can carry every character of the text. */
    public static boolean isFit(String text) {
        return text.codePoints().noneMatch(Texts::unfit);
    }

    private static boolean unfit(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
