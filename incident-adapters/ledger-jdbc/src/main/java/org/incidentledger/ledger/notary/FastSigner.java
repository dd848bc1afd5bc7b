package org.incidentledger.ledger.notary;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.NoteSignature;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.Octets;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * Signs as an {@link Ed25519Signer} does, byte for byte, with Bouncy Castle: several times as fast as the Java runtime, which counts
 * because one signature lies in the way of every group of appends. Safe for use by many threads.
 */
final class FastSigner implements NoteSigner {
    private final VerifierKey key;
    private final Octets seed;

    FastSigner(Ed25519Signer signer) {
        this.key = signer.verifierKey();
        this.seed = Octets.of(signer.seed());
    }

    @Override
    public VerifierKey verifierKey() {
        return key;
    }

    @Override
    public NoteSignature sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        byte[] point = key.publicKey().bytes();
        Ed25519.sign(seed.bytes(), 0, point, 0, message, 0, message.length, signature, 0);
        return new NoteSignature(key.name(), key.keyId(), Octets.of(signature));
    }

    @Override
    public String toString() {
        return "FastSigner[" + key.text() + "]";
    }
}
