package org.incidentledger.core.verification;

import java.util.List;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * Verifies the signatures of one key under a note. Most of the time of a verification may go into this, so a faster way than the
 * Java runtime's may be given. Called by many threads.
 */
@FunctionalInterface
public interface SignatureCheck {
    /** By the Java runtime. */
    SignatureCheck OF_RUNTIME = SignatureCheck::byRuntime;

    /**
     * What is wrong: the key has not signed, or a line that bears its name does not verify.
     *
     * @return empty when the key signed
     */
    String complaint(SignedNote note, VerifierKey key);

    private static String byRuntime(SignedNote note, VerifierKey key) {
        try {
            note.verify(List.of(key));
            return "";
        } catch (TlogException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
