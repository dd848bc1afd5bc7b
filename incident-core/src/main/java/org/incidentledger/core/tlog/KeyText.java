package org.incidentledger.core.tlog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The text form that verifier keys and secret keys share: {@code NAME+ID+BASE64(TYPE ‖ KEY)}, where the base64 may hold
 * further plus signs (C2SP signed-note).
 */
record KeyText(String name, int keyId, byte type, Octets key) {

    private static final StrictFormat FORMAT = new StrictFormat("key", "copy the key again as a whole");
    private static final String SHAPE = "a key is NAME+ID+BASE64, its id 8 lowercase hex digits";
    private static final int ID_DIGITS = 8;
    private static final int NEXT_LINE = 0x85;

    /**
     * Reads a key, split at the first two plus signs only. The id is not compared with the key.
     *
     * @param shown what messages may quote of the text: the text itself, or words that stand for a secret
     */
    static KeyText parse(String text, String shown) {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        FORMAT.require(first >= 0 && second - first - 1 == ID_DIGITS, shown, SHAPE);
        String id = text.substring(first + 1, second);
        FORMAT.require(StrictFormat.isLowercaseHex(id), shown, SHAPE);
        requireName(text.substring(0, first));
        byte[] typeAndKey = typeAndKey(text.substring(second + 1), shown);
        byte[] key = Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length);
        return new KeyText(text.substring(0, first), HexFormat.fromHexDigits(id), typeAndKey[0], Octets.of(key));
    }

    private static byte[] typeAndKey(String base64, String shown) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw FORMAT.malformed(shown, SHAPE);
        }
        FORMAT.require(bytes.length > 0, shown, SHAPE);
        FORMAT.require(Base64.getEncoder().encodeToString(bytes).equals(base64), shown, SHAPE);
        return bytes;
    }

    String text() {
        byte[] typeAndKey = ByteBuffer.allocate(1 + key.length())
                .put(type)
                .put(key.shared())
                .array();
        return name + '+' + hex(keyId) + '+' + Base64.getEncoder().encodeToString(typeAndKey);
    }

    static String hex(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }

    /** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), big-endian. */
    static int idOf(String name, byte type, Octets publicKey) {
        MessageDigest digest = Rfc6962.sha256();
        digest.update(FORMAT.utf8(name + '\n'));
        digest.update(type);
        return ByteBuffer.wrap(digest.digest(publicKey.shared())).getInt();
    }

    static void requireName(String name) {
        FORMAT.requireLine(name, "a key's name");
        FORMAT.require(
                name.chars().noneMatch(KeyText::isForbidden),
                name,
                "a key's name holds neither Unicode spaces nor '+'");
    }

    private static boolean isForbidden(int c) {
        return c == '+' || c == NEXT_LINE || Character.isSpaceChar(c) || Character.isWhitespace(c);
    }
}
