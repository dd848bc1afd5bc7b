package org.incidentledger.cli.proof;

import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;

/** Verifier keys as options give them. */
final class KeyText {
    private KeyText() {}

    /** The key that an option names. @throws Failure when it is none */
    static VerifierKey parse(String text) {
        try {
            return VerifierKey.parse(text.strip());
        } catch (TlogException e) {
            throw Failure.badInput("--key: " + e.getMessage(), e);
        }
    }
}
