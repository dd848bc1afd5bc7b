package org.incidentledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.verification.SampleLedger.key;

import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.verification.VerificationReport.Failed;
import org.incidentledger.core.verification.VerificationReport.Part;

/** A sample ledger that is verified with its first key, and what is expected of that. */
abstract class SampleVerification {
    static final StreamId OTHER = new StreamId("sample", "other");

    final SampleLedger ledger = new SampleLedger();

    static VerificationReport verify(SampleLedger ledger, NoteSigner trusted) {
        return new LedgerVerifier(ledger, ledger, trusted.verifierKey()).verify(VerificationProgress.NONE);
    }

    Failed failure() {
        VerificationReport report = verify(ledger, key(1));
        assertThat(report).isInstanceOf(Failed.class);
        return (Failed) report;
    }

    void assertFailed(Part part, long position, String... words) {
        Failed failed = failure();
        assertThat(failed.part()).isEqualTo(part);
        assertThat(failed.position()).isEqualTo(position);
        assertThat(failed.what()).contains(words);
    }
}
