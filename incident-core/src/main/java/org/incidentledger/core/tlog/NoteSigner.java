package org.incidentledger.core.tlog;

/** Signs notes: a key in memory, or one that a key service holds. */
public interface NoteSigner {

    /** The key that verifies what {@link #sign} makes. */
    VerifierKey verifierKey();

    /**
     * The signature line for a text.
     *
     * @param text ends with a newline
     */
    NoteSignature sign(String text);
}
