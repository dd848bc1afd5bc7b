package org.incidentledger.core.tlog;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import org.incidentledger.core.tlog.TlogException.Malformed;

/**
 * Signs notes with an Ed25519 key held in memory. Deterministic: the same text gives the same signature (RFC 8032).
 * Safe for use by any number of threads. Its {@code toString} does not show the secret.
 */
public final class Ed25519Signer implements NoteSigner {

    private static final StrictFormat FORMAT =
            new StrictFormat("signing key", "restore the key file, or make a new key and publish its verifier key");
    private static final String SECRET_START = "PRIVATE+KEY+";
    private static final String NOT_SHOWN = "(a secret, not shown)";

    private final Octets seed;
    private final PrivateKey privateKey;
    private final VerifierKey verifierKey;

    private Ed25519Signer(String name, byte[] seed) {
        KeyPair pair = Ed25519.keyPair(seed);
        this.seed = Octets.of(seed);
        this.privateKey = pair.getPrivate();
        this.verifierKey = new VerifierKey(name, KeyType.ED25519, Octets.of(Ed25519.bytes(pair.getPublic())));
    }

    /**
     * A new key.
     *
     * @throws Malformed when the name is empty or holds spaces or {@code +}
     */
    public static Ed25519Signer generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return new Ed25519Signer(name, seed);
    }

    /**
     * The key of a seed.
     *
     * @param seed the 32 secret bytes of RFC 8032 §5.1.5
     * @throws Malformed when they are not 32, or the name is empty or holds spaces or {@code +}
     */
    public static Ed25519Signer ofSeed(String name, byte[] seed) {
        FORMAT.require(seed.length == Ed25519.KEY_BYTES, seed.length + " bytes", "a seed has 32");
        return new Ed25519Signer(name, seed);
    }

    /**
     * Reads what {@link #secret()} gave. No message quotes the text.
     *
     * @throws Malformed for any other text
     */
    public static Ed25519Signer parse(String secret) {
        FORMAT.require(secret.startsWith(SECRET_START), NOT_SHOWN, "a signing key starts with " + SECRET_START);
        KeyText parts = KeyText.parse(secret.substring(SECRET_START.length()), NOT_SHOWN);
        boolean ed25519 = parts.type() == KeyType.ED25519.code() && parts.key().length() == Ed25519.KEY_BYTES;
        FORMAT.require(ed25519, NOT_SHOWN, "it holds type 0x01 and 32 bytes");
        Ed25519Signer signer = new Ed25519Signer(parts.name(), parts.key().bytes());
        FORMAT.require(
                signer.verifierKey.keyId() == parts.keyId(), NOT_SHOWN, "the key's id is that of its name and key");
        return signer;
    }

    /** {@code PRIVATE+KEY+NAME+ID+BASE64(0x01 ‖ seed)}: whoever reads it can sign as this log. */
    public String secret() {
        return SECRET_START + new KeyText(verifierKey.name(), verifierKey.keyId(), KeyType.ED25519.code(), seed).text();
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    @Override
    public NoteSignature sign(String text) {
        byte[] signature = Ed25519.sign(privateKey, FORMAT.utf8(text));
        return new NoteSignature(verifierKey.name(), verifierKey.keyId(), Octets.of(signature));
    }

    @Override
    public String toString() {
        return "Ed25519Signer[" + verifierKey.text() + "]";
    }
}
