package org.incidentledger.core.encoding;

import java.nio.charset.StandardCharsets;

/**
 * Finds the members of an entry, which have one order and one spelling, without parsing JSON. What is not spelt as expected is left to
 * a reader that can say what is wrong. For use by one thread.
 */
final class EntryScanner {
    private static final int DIGITS_MAX = 16;
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private int at;

    /** The bytes go on in another way than expected. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;

        Unexpected() {
            super("not as expected", null, false, false);
        }
    }

    EntryScanner(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Where the next byte lies. */
    int at() {
        return at;
    }

    static void require(boolean expected) throws Unexpected {
        if (!expected) {
            throw new Unexpected();
        }
    }

    /** Whether these bytes come next; passes them if so. */
    boolean skips(byte[] next) {
        int end = at + next.length;
        if (end > bytes.length) {
            return false;
        }
        for (int i = 0; i < next.length; i++) {
            if (bytes[at + i] != next[i]) {
                return false;
            }
        }
        at = end;
        return true;
    }

    void skip(byte[] next) throws Unexpected {
        require(skips(next));
    }

    /** A number that is not negative, in its only spelling. */
    long number() throws Unexpected {
        int from = at;
        long number = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - from < DIGITS_MAX) {
            number = number * 10 + (bytes[at] - '0');
            at++;
        }
        require(at > from && (bytes[from] != '0' || at == from + 1) && number <= EntryReader.INTEGER_MAX);
        return number;
    }

    /** What stands before the next quotation mark, which is passed; nothing in it may be escaped or not ASCII. */
    String text() throws Unexpected {
        int from = at;
        while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] >= ' ') {
            at++;
        }
        require(at < bytes.length && bytes[at] == '"');
        at++;
        return new String(bytes, from, at - 1 - from, StandardCharsets.ISO_8859_1);
    }

    /** The same, with characters of any alphabet. */
    String words() throws Unexpected {
        int from = at;
        while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] >= ' ' || bytes[at] < 0)) {
            at++;
        }
        require(at < bytes.length && bytes[at] == '"');
        at++;
        String words = new String(bytes, from, at - 1 - from, StandardCharsets.UTF_8);
        // Either it stands there or it stands for bytes that are not UTF-8.
        require(words.indexOf(REPLACEMENT) < 0);
        return words;
    }

    /** The same as {@link #text()}, with that many characters. */
    String text(int length) throws Unexpected {
        int from = at;
        String text = text();
        require(at - 1 - from == length);
        return text;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
