package org.incidentledger.core.tlog;

import java.util.OptionalLong;

/** A signature that was verified: only {@link SignedNote#verify} makes them. */
public final class VerifiedSignature {

    private final VerifierKey key;
    private final OptionalLong cosignedAtSeconds;

    VerifiedSignature(VerifierKey key, OptionalLong cosignedAtSeconds) {
        this.key = key;
        this.cosignedAtSeconds = cosignedAtSeconds;
    }

    /** The key that signed. */
    public VerifierKey key() {
        return key;
    }

    /** When a witness says it signed, in seconds since 1970-01-01T00:00Z, 0 to 2^63 − 1; empty for other types. */
    public OptionalLong cosignedAtSeconds() {
        return cosignedAtSeconds;
    }
}
