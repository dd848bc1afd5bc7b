package org.incidentledger.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.incidentledger.core.tlog.KeyType;
import org.incidentledger.core.tlog.NoteSignature;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.SignatureCheck;

/**
 * Verifies the signatures of logs with Bouncy Castle, several times as fast as the Java runtime does. Safe for use by many threads.
 */
public final class FastSignatures implements SignatureCheck {
    private static final int SIGNATURE_BYTES = 64;

    private final Map<VerifierKey, Ed25519.PublicPoint> points = new ConcurrentHashMap<>();

    @Override
    public String complaint(SignedNote note, VerifierKey key) {
        if (key.type() != KeyType.ED25519) {
            return OF_RUNTIME.complaint(note, key);
        }
        List<NoteSignature> itsOwn =
                note.signatures().stream().filter(key::isNamedBy).toList();
        if (itsOwn.isEmpty()) {
            return "no signature is by %s".formatted(key.text());
        }
        byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
        boolean good = itsOwn.stream().allMatch(signature -> verifies(key, text, signature));
        return good ? "" : "the signature by %s does not verify".formatted(key.text());
    }

    private boolean verifies(VerifierKey key, byte[] text, NoteSignature line) {
        byte[] signature = line.signature().bytes();
        return signature.length == SIGNATURE_BYTES && Ed25519.verify(signature, 0, point(key), text, 0, text.length);
    }

    /** A verifier key is a point of the curve: that was checked when it was read. */
    private Ed25519.PublicPoint point(VerifierKey key) {
        return points.computeIfAbsent(
                key,
                its -> Ed25519.validatePublicKeyPartialExport(its.publicKey().bytes(), 0));
    }
}
