package org.incidentledger.core.tlog;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.OptionalLong;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.Rejected;

/**
 * A public key with the name its owner signs under (C2SP signed-note, verifier keys).
 *
 * @param name not empty, no spaces, no {@code +}
 * @param type what it signs
 * @param publicKey the 32 bytes of an Ed25519 public key (RFC 8032 §5.1.2)
 */
public record VerifierKey(String name, KeyType type, Octets publicKey) {

    private static final StrictFormat FORMAT =
            new StrictFormat("verifier key", "ask its owner for the key again, over a way you trust");

    /**
     * Checks the components.
     *
     * @throws Malformed when the name is not a key name or the bytes are not a public key
     */
    public VerifierKey {
        KeyText.requireName(name);
        FORMAT.require(
                publicKey.length() == Ed25519.KEY_BYTES, publicKey.length() + " bytes", "an Ed25519 key has 32 bytes");
        FORMAT.require(Ed25519.publicKey(publicKey.shared()).isPresent(), publicKey, "it is a point of the curve");
    }

    /**
     * Reads {@code NAME+ID+BASE64}, split at the first two plus signs only.
     *
     * @throws Malformed when it is spelt otherwise, the id is not that of the key, or the type is not supported
     */
    public static VerifierKey parse(String text) {
        KeyText parts = KeyText.parse(text, text);
        KeyType type = Arrays.stream(KeyType.values())
                .filter(known -> known.code() == parts.type())
                .findFirst()
                .orElseThrow(() -> FORMAT.malformed(text, "only types 0x01 and 0x04 are supported"));
        VerifierKey key = new VerifierKey(parts.name(), type, parts.key());
        FORMAT.require(
                key.keyId() == parts.keyId(), text, "the id of this name and key is " + KeyText.hex(key.keyId()));
        return key;
    }

    /** The form that {@link #parse} reads. */
    public String text() {
        return new KeyText(name, keyId(), type.code(), publicKey).text();
    }

    /** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), big-endian. */
    public int keyId() {
        return KeyText.idOf(name, type.code(), publicKey);
    }

    /** Whether a signature line says that it was made by this key. */
    public boolean isNamedBy(NoteSignature signature) {
        return signature.keyName().equals(name) && signature.keyId() == keyId();
    }

    VerifiedSignature verify(String text, NoteSignature signature) {
        return switch (type) {
            case ED25519 -> verifyPlain(text, signature.signature().shared());
            case COSIGNATURE_V1 -> verifyTimestamped(text, signature.signature().shared());
        };
    }

    private VerifiedSignature verifyPlain(String text, byte[] signature) {
        requireVerifies(text, signature);
        return new VerifiedSignature(this, OptionalLong.empty());
    }

    /** The signature is a 64-bit time and then Ed25519 over two lines and the text (C2SP tlog-cosignature). */
    private VerifiedSignature verifyTimestamped(String text, byte[] signature) {
        if (signature.length != Long.BYTES + Ed25519.SIGNATURE_BYTES || signature[0] < 0) {
            throw rejected();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        requireVerifies(cosigned(text, seconds), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
        return new VerifiedSignature(this, OptionalLong.of(seconds));
    }

    /** What a witness signs: two lines and the checkpoint. */
    static String cosigned(String text, long seconds) {
        return "cosignature/v1\ntime " + seconds + "\n" + text;
    }

    private void requireVerifies(String message, byte[] signature) {
        PublicKey key = Ed25519.publicKey(publicKey.shared()).orElseThrow();
        if (!Ed25519.verifies(key, FORMAT.utf8(message), signature)) {
            throw rejected();
        }
    }

    private Rejected rejected() {
        return new Rejected(
                "Signature by %s+%s does not verify, and a bad signature of a known key rejects the whole note;"
                                .formatted(name, KeyText.hex(keyId()))
                        + " do not trust the note: fetch it again, and keep this copy if it stays so");
    }
}
