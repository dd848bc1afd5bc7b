package org.incidentledger.core.tlog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.incidentledger.core.tlog.TlogException.Malformed;

/**
 * Reads the fields of one format, each in its only spelling, so that a value read and written again gives the same
 * bytes. Every method returns the value or throws {@link Malformed}, never anything else.
 *
 * @param name the format, as the first words of each message
 * @param remedy what whoever handed in the value should do, as the last words of each message
 */
record StrictFormat(String name, String remedy) {

    private static final int QUOTED_CHARS = 80;
    private static final int MAX_DECIMAL_DIGITS = 20;

    void require(boolean holds, Object value, String rule) {
        if (!holds) {
            throw malformed(value, rule);
        }
    }

    Malformed malformed(Object value, String rule) {
        return new Malformed("%s: found %s, but %s; %s".formatted(name, quote(value), rule, remedy));
    }

    /** An unsigned 64-bit number in ASCII decimal without sign or leading zeroes. */
    long unsignedDecimal(String text, String field) {
        boolean digits = !text.isEmpty()
                && text.length() <= MAX_DECIMAL_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && (text.length() == 1 || text.charAt(0) != '0')) {
            try {
                return Long.parseUnsignedLong(text);
            } catch (NumberFormatException beyond64Bits) {
                throw malformed(text, field + " is at most 18446744073709551615");
            }
        }
        throw malformed(text, field + " is an ASCII decimal number without sign or leading zeroes");
    }

    /** Standard base64 (RFC 4648 §4), padded, with zero trailing bits, without line breaks. */
    byte[] base64(String text, String field) {
        String rule = field + " is padded standard base64";
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            require(Base64.getEncoder().encodeToString(bytes).equals(text), text, rule);
            return bytes;
        } catch (IllegalArgumentException notBase64) {
            throw malformed(text, rule);
        }
    }

    Hash hash(String base64, String field) {
        byte[] bytes = base64(base64, field);
        require(bytes.length == Hash.BYTES, base64, field + " is a hash of 32 bytes, 44 characters of base64");
        return Hash.of(bytes);
    }

    String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed(bytes.length + " bytes", "all of them together are valid UTF-8");
        }
    }

    byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException loneSurrogate) {
            throw malformed(text, "text is valid Unicode without lone surrogates");
        }
    }

    /** Text of one or more lines: encodable, and no ASCII control character except the newline. */
    void requireText(String text) {
        utf8(text);
        require(text.chars().noneMatch(c -> c < ' ' && c != '\n'), text, "no control character but newline is allowed");
    }

    /** Text that fills exactly one line. */
    void requireLine(String line, String field) {
        requireText(line);
        require(!line.isEmpty() && line.indexOf('\n') < 0, line, field + " is one non-empty line");
    }

    static boolean isLowercaseHex(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    static String quote(Object value) {
        String text = String.valueOf(value);
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().limit(QUOTED_CHARS).forEach(c -> appendPrintable(quoted, (char) c));
        quoted.append('"');
        return text.length() <= QUOTED_CHARS
                ? quoted.toString()
                : quoted + " (first " + QUOTED_CHARS + " of " + text.length() + " characters)";
    }

    private static void appendPrintable(StringBuilder to, char c) {
        if (c >= ' ' && c < 0x7f) {
            to.append(c);
        } else {
            to.append("\\u%04x".formatted((int) c));
        }
    }
}
