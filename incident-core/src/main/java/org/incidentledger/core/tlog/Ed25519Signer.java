package org.incidentledger.core.tlog;

import java.security.SecureRandom;
import org.incidentledger.core.tlog.TlogException.Malformed;

/**
 * Signs notes with an Ed25519 key held in memory. Deterministic: the same text gives the same signature (RFC 8032).
 * Safe for use by any number of threads. Its {@code toString} does not show the secret.
 */
public final class Ed25519Signer implements NoteSigner {

    private final SigningKey key;

    private Ed25519Signer(SigningKey key) {
        this.key = key;
    }

    /**
     * A new key.
     *
     * @throws Malformed when the name is empty or holds spaces or {@code +}
     */
    public static Ed25519Signer generate(String name, SecureRandom random) {
        return new Ed25519Signer(SigningKey.generate(name, KeyType.ED25519, random));
    }

    /**
     * The key of a seed.
     *
     * @param seed the 32 secret bytes of RFC 8032 §5.1.5
     * @throws Malformed when they are not 32, or the name is empty or holds spaces or {@code +}
     */
    public static Ed25519Signer ofSeed(String name, byte[] seed) {
        return new Ed25519Signer(SigningKey.ofSeed(name, KeyType.ED25519, seed));
    }

    /**
     * Reads what {@link #secret()} gave. No message quotes the text.
     *
     * @throws Malformed for any other text
     */
    public static Ed25519Signer parse(String secret) {
        return new Ed25519Signer(SigningKey.parse(secret, KeyType.ED25519));
    }

    /** {@code PRIVATE+KEY+NAME+ID+BASE64(0x01 ‖ seed)}: whoever reads it can sign as this log. */
    public String secret() {
        return key.secret();
    }

    /** The 32 secret bytes of RFC 8032 §5.1.5, for an implementation of another library: whoever has them can sign as this log. */
    public byte[] seed() {
        return key.seed();
    }

    @Override
    public VerifierKey verifierKey() {
        return key.verifierKey();
    }

    @Override
    public NoteSignature sign(String text) {
        return key.line(key.sign(text));
    }

    @Override
    public String toString() {
        return "Ed25519Signer[" + verifierKey().text() + "]";
    }
}
