package org.incidentledger.core.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds a sealed value to one plaintext: HMAC-SHA256 of the plaintext in UTF-8 under a random key. Who is given the key and the
 * plaintext can check them against the entry; who is not learns nothing, not even by guessing.
 */
public final class Commitment {
    /** The length of a key. */
    public static final int KEY_BYTES = 32;

    /** The length of a commitment. */
    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    /** To make one costs as much as to use it. Keys are random: enough that threads seldom meet at one. */
    private static final List<Mac> MACS =
            Stream.generate(Commitment::newMac).limit(16).toList();

    /** In the place of a key that was used: the last one would stay for long, when the value is erased already. */
    private static final SecretKeySpec NO_KEY = new SecretKeySpec(new byte[KEY_BYTES], ALGORITHM);

    private Commitment() {}

    /**
     * The commitment in padded base64, as an entry holds it.
     *
     * @param key {@link #KEY_BYTES} random bytes that are used for no other value
     */
    public static String of(byte[] key, String plaintext) {
        return Base64.getEncoder().encodeToString(mac(key, plaintext));
    }

    /** Whether a sealed value commits to this plaintext. */
    public static boolean opens(SealedValue value, byte[] key, String plaintext) {
        byte[] committed = Base64.getDecoder().decode(value.commitment());
        return MessageDigest.isEqual(committed, mac(key, plaintext));
    }

    private static byte[] mac(byte[] key, String plaintext) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the key of a commitment has %d bytes; use %d".formatted(key.length, KEY_BYTES));
        }
        byte[] text = plaintext.getBytes(StandardCharsets.UTF_8);
        Mac mac = MACS.get(Byte.toUnsignedInt(key[0]) % MACS.size());
        try {
            synchronized (mac) {
                mac.init(new SecretKeySpec(key, ALGORITHM));
                byte[] commitment = mac.doFinal(text);
                mac.init(NO_KEY);
                return commitment;
            }
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException cause) {
        return new IllegalStateException("this Java has no " + ALGORITHM, cause);
    }
}
