package org.incidentledger.ledger.jdbc;

import java.util.List;
import java.util.Optional;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.VerifierKey;

/** Does what another notary does, but for what a test overrides. */
class NotaryAround implements Notary {
    private final Notary real;

    NotaryAround(Notary real) {
        this.real = real;
    }

    @Override
    public NoteSigner signerOfNewLedger(String origin) {
        return real.signerOfNewLedger(origin);
    }

    @Override
    public NoteSigner signer(String origin) {
        return real.signer(origin);
    }

    @Override
    public List<VerifierKey> retired(String origin) {
        return real.retired(origin);
    }

    @Override
    public Optional<NoteSigner> pendingSigner(String origin) {
        return real.pendingSigner(origin);
    }

    @Override
    public NoteSigner nextSigner(String origin) {
        return real.nextSigner(origin);
    }

    @Override
    public void promoteNext(String origin) {
        real.promoteNext(origin);
    }

    @Override
    public Optional<SignedCheckpoint> remembered(String origin) {
        return real.remembered(origin);
    }

    @Override
    public void remember(String origin, SignedCheckpoint checkpoint) {
        real.remember(origin, checkpoint);
    }
}
