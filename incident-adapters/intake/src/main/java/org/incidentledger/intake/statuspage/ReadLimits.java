package org.incidentledger.intake.statuspage;

/**
 * How large a document may be.
 *
 * @param fileBytes bytes of one file
 * @param textCharacters characters of one text in it; what is read is then held to the shorter limits of the ledger
 */
record ReadLimits(long fileBytes, int textCharacters) {
    static final ReadLimits DEFAULT = new ReadLimits(50_000_000, 200_000);
}
