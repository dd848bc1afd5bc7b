package org.incidentledger.core.ledger;

/**
 * A checkpoint as it was signed.
 *
 * @param size the number of entries that it covers
 * @param note the signed note, C2SP tlog-checkpoint, to be encoded as UTF-8; never written anew, so that its bytes stay
 */
public record SignedCheckpoint(long size, String note) {}
