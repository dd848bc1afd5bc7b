package org.incidentledger.core.verification;

import org.incidentledger.core.verification.VerificationReport.Failed;
import org.incidentledger.core.verification.VerificationReport.Part;

/** Something does not hold: ends a verification, however deep it is. */
final class FoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failed failed;

    FoundException(Part part, long position, String what) {
        super(what, null, false, false);
        this.failed = new Failed(part, position, what);
    }

    Failed failed() {
        return failed;
    }
}
