package org.incidentledger.core.encoding;

/**
 * Recognizes JSON that is certainly canonical, without parsing and spelling it once more: objects, arrays, strings without escapes,
 * integers and literals, without white space. Nearly all data of events is. What it does not recognize may be canonical as well, which
 * takes a parser to say. For use by one thread.
 */
final class PlainSpelling {
    /** Fewer levels than any parser here accepts, and more than events have. */
    private static final int DEPTH_MAX = 10;

    /** More members than the widest object of an event has. */
    private static final int MEMBERS_MAX = 32;

    /** As long as names may be; see {@link Json}. */
    private static final int NAME_MAX = 64;

    /** Fewer than a long may have, so that any number is one. */
    private static final int DIGITS_MAX = 18;

    private final String text;
    private int at;

    private PlainSpelling(String text) {
        this.text = text;
    }

    /** Whether this is an object, nothing follows it, and its spelling is the canonical one; false leaves that open. */
    static boolean isObject(String text) {
        PlainSpelling spelling = new PlainSpelling(text);
        return spelling.object(DEPTH_MAX) && spelling.at == text.length();
    }

    private boolean value(int depth) {
        if (at == text.length()) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> skip("true");
            case 'f' -> skip("false");
            case 'n' -> skip("null");
            default -> integer();
        };
    }

    private boolean object(int depth) {
        if (depth == 0 || !skip('{')) {
            return false;
        }
        if (skip('}')) {
            return true;
        }
        int[] names = new int[MEMBERS_MAX];
        int count = 0;
        do {
            int name = at;
            if (count == MEMBERS_MAX || !string() || at - name > NAME_MAX || isAmong(names, count, name)) {
                return false;
            }
            names[count++] = name;
            if (!skip(':') || !value(depth - 1)) {
                return false;
            }
        } while (skip(','));
        return skip('}');
    }

    /** With its quotation marks no name is the beginning of another one. */
    private boolean isAmong(int[] names, int count, int name) {
        for (int i = 0; i < count; i++) {
            if (text.regionMatches(names[i], text, name, at - name)) {
                return true;
            }
        }
        return false;
    }

    private boolean array(int depth) {
        if (depth == 0 || !skip('[')) {
            return false;
        }
        if (skip(']')) {
            return true;
        }
        do {
            if (!value(depth - 1)) {
                return false;
            }
        } while (skip(','));
        return skip(']');
    }

    private boolean string() {
        if (!skip('"')) {
            return false;
        }
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return true;
            }
            if (next == '\\' || next < ' ') {
                return false;
            }
        }
        return false;
    }

    private boolean integer() {
        if (skip('0')) {
            return true;
        }
        skip('-');
        int first = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at > first && at - first <= DIGITS_MAX && text.charAt(first) != '0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean skip(char expected) {
        boolean isNext = at < text.length() && text.charAt(at) == expected;
        if (isNext) {
            at++;
        }
        return isNext;
    }

    private boolean skip(String expected) {
        boolean isNext = text.startsWith(expected, at);
        if (isNext) {
            at += expected.length();
        }
        return isNext;
    }
}
