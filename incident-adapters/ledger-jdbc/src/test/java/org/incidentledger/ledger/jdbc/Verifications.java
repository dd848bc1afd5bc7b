package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.LedgerVerifier;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.core.verification.VerificationReport;

/** The whole check that an auditor makes. */
final class Verifications {
    private Verifications() {}

    /** Every invariant of the entries, the tree over them and each checkpoint, by any key that the ledger ever had. */
    static VerificationReport.Verified verified(JdbcLedger ledger, VerifierKey trusted) {
        LedgerInvariants.verify(ledger);
        return treeVerified(ledger, trusted);
    }

    /** The tree and each checkpoint, of a ledger whose invariants are looked at elsewhere. */
    static VerificationReport.Verified treeVerified(JdbcLedger ledger, VerifierKey trusted) {
        VerificationReport report = new LedgerVerifier(ledger::read, ledger, trusted).verify(VerificationProgress.NONE);
        assertThat(report).isInstanceOf(VerificationReport.Verified.class);
        return (VerificationReport.Verified) report;
    }
}
