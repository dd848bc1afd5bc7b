package org.incidentledger.core.verification;

/** Hears how far a verification is, in the thread that called it. */
@FunctionalInterface
public interface VerificationProgress {
    /** Hears nothing. */
    VerificationProgress NONE = (done, total) -> {};

    /**
     * Some more entries were verified.
     *
     * @param done how many so far
     * @param total how many the latest checkpoint covers
     */
    void at(long done, long total);
}
