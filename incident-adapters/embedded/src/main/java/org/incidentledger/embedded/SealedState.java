package org.incidentledger.embedded;

/** What has become of a sealed value. */
public enum SealedState {
    /** It is stored, encrypted. */
    SEALED,
    /** It was deleted, and the ledger says so. */
    ERASED,
    /** It is not stored, and the ledger does not say why: somebody deleted it behind the ledger's back. */
    MISSING
}
