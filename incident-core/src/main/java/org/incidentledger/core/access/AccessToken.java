package org.incidentledger.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person or a program shows instead of a password: a public id, and 256 bits of chance that are known to nobody else.
 *
 * <p>Only {@link #hash} is stored, a plain SHA-256. Slow, salted hashes are for secrets that people choose: they make guessing dear.
 * Nobody guesses 256 bits of chance, and a slow hash would let strangers burn the server's time with made-up tokens.
 *
 * <p>Its {@code toString} does not tell it.
 */
public final class AccessToken {
    private static final Pattern FORM = Pattern.compile("ilt_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    private final String id;
    private final String text;

    private AccessToken(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** A new one. */
    public static AccessToken generate(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        String name = HexFormat.of().formatHex(id);
        return new AccessToken(
                name,
                "ilt_%s_%s"
                        .formatted(name, Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
    }

    /** The token that somebody shows; empty when it does not even look like one. */
    public static Optional<AccessToken> parse(String shown) {
        Matcher matcher = FORM.matcher(shown);
        return matcher.matches() ? Optional.of(new AccessToken(matcher.group(1), shown)) : Optional.empty();
    }

    /** Names the token; no secret. */
    public String id() {
        return id;
    }

    /** The token itself: give it to whom it is for, and keep it nowhere. */
    public String secretText() {
        return text;
    }

    /** The SHA-256 of the token as lower-case hexadecimal digits. */
    public String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "access token " + id;
    }
}
