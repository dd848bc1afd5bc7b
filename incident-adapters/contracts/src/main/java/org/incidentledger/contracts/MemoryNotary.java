package org.incidentledger.contracts;

import java.security.SecureRandom;
import java.util.Optional;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.NoteSigner;
import org.jspecify.annotations.Nullable;

/** Signs with a key of its own and remembers, as long as it lives, whatever becomes of the storage. */
public final class MemoryNotary implements Notary {
    private @Nullable Ed25519Signer signer;
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
    public synchronized Optional<SignedCheckpoint> remembered(String origin) {
        return Optional.ofNullable(last);
    }

    @Override
    public synchronized void remember(String origin, SignedCheckpoint checkpoint) {
        last = checkpoint;
    }
}
