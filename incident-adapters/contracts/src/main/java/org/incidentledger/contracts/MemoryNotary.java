package org.incidentledger.contracts;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Signs with a key of its own and remembers, as long as it lives, whatever becomes of the storage. */
public final class MemoryNotary implements Notary {
    private @Nullable Ed25519Signer signer;
    private final List<VerifierKey> retired = new ArrayList<>();
    private @Nullable Ed25519Signer next;
    private @Nullable SignedCheckpoint last;

    @Override
    public synchronized NoteSigner signerOfNewLedger(String origin) {
        Ed25519Signer made = signer == null ? Ed25519Signer.generate(origin, new SecureRandom()) : signer;
        signer = made;
        return made;
    }

    @Override
    public synchronized NoteSigner signer(String origin) {
        if (signer == null) {
            throw new IllegalStateException("no ledger was made with this notary");
        }
        return signer;
    }

    @Override
    public synchronized List<VerifierKey> retired(String origin) {
        return List.copyOf(retired);
    }

    @Override
    public synchronized Optional<NoteSigner> pendingSigner(String origin) {
        return Optional.ofNullable(next);
    }

    @Override
    public synchronized NoteSigner nextSigner(String origin) {
        Ed25519Signer made = next == null ? Ed25519Signer.generate(origin, new SecureRandom()) : next;
        next = made;
        return made;
    }

    @Override
    public synchronized void promoteNext(String origin) {
        if (next != null) {
            retired.add(signer(origin).verifierKey());
            signer = next;
            next = null;
        }
    }

    @Override
    public synchronized Optional<SignedCheckpoint> remembered(String origin) {
        return Optional.ofNullable(last);
    }

    @Override
    public synchronized void remember(String origin, SignedCheckpoint checkpoint) {
        last = checkpoint;
    }
}
