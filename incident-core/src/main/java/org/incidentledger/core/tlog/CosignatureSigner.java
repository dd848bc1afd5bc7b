package org.incidentledger.core.tlog;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.incidentledger.core.tlog.TlogException.Malformed;

/**
 * Cosigns checkpoints as a witness: {@code cosignature/v1} of C2SP tlog-cosignature, Ed25519 over a time and the
 * checkpoint, with a key of type {@link KeyType#COSIGNATURE_V1}. It signs what it is given: whether the checkpoint
 * continues the last one that was cosigned, the caller decides. Safe for use by any number of threads. Its
 * {@code toString} does not show the secret.
 */
public final class CosignatureSigner implements NoteSigner {

    private static final StrictFormat FORMAT =
            new StrictFormat("cosignature", "set this machine's clock and ask the witness again");

    private final SigningKey key;
    private final InstantSource clock;

    private CosignatureSigner(SigningKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * A new key.
     *
     * @param clock says when each cosignature is made
     * @throws Malformed when the name is empty or holds spaces or {@code +}
     */
    public static CosignatureSigner generate(String name, SecureRandom random, InstantSource clock) {
        return new CosignatureSigner(SigningKey.generate(name, KeyType.COSIGNATURE_V1, random), clock);
    }

    /**
     * The key of a seed.
     *
     * @param seed the 32 secret bytes of RFC 8032 §5.1.5
     * @param clock says when each cosignature is made
     * @throws Malformed when they are not 32, or the name is empty or holds spaces or {@code +}
     */
    public static CosignatureSigner ofSeed(String name, byte[] seed, InstantSource clock) {
        return new CosignatureSigner(SigningKey.ofSeed(name, KeyType.COSIGNATURE_V1, seed), clock);
    }

    /**
     * Reads what {@link #secret()} gave. No message quotes the text.
     *
     * @param clock says when each cosignature is made
     * @throws Malformed for any other text, that of a log's own key too
     */
    public static CosignatureSigner parse(String secret, InstantSource clock) {
        return new CosignatureSigner(SigningKey.parse(secret, KeyType.COSIGNATURE_V1), clock);
    }

    /** {@code PRIVATE+KEY+NAME+ID+BASE64(0x04 ‖ seed)}: whoever reads it can cosign as this witness. */
    public String secret() {
        return key.secret();
    }

    @Override
    public VerifierKey verifierKey() {
        return key.verifierKey();
    }

    /**
     * The cosignature of a checkpoint's text, as of now by the clock, in whole seconds.
     *
     * @throws Malformed when the clock says a time before 1970
     */
    @Override
    public NoteSignature sign(String text) {
        long seconds = clock.instant().getEpochSecond();
        FORMAT.require(seconds >= 0, seconds, "a cosignature's time is a number of seconds from 1970 on");
        return cosign(text, seconds);
    }

    NoteSignature cosign(String text, long seconds) {
        byte[] signature = key.sign(VerifierKey.cosigned(text, seconds));
        byte[] timestamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return key.line(timestamped);
    }

    @Override
    public String toString() {
        return "CosignatureSigner[" + verifierKey().text() + "]";
    }
}
