package org.incidentledger.core.tlog;

import java.util.List;

/** A note of which at least one signature was verified: only {@link SignedNote#verify} makes them. */
public final class VerifiedNote {

    private final SignedNote note;
    private final List<VerifiedSignature> signatures;

    VerifiedNote(SignedNote note, List<VerifiedSignature> signatures) {
        this.note = note;
        this.signatures = List.copyOf(signatures);
    }

    /** The note, with the lines of unknown keys too. */
    public SignedNote note() {
        return note;
    }

    /** The signed text, with its final newline. */
    public String text() {
        return note.text();
    }

    /** One for each known key that signed: its first, in the order of the note. Never empty. */
    public List<VerifiedSignature> signatures() {
        return signatures;
    }

    /** Whether this key signed. */
    public boolean isSignedBy(VerifierKey key) {
        return signatures.stream().anyMatch(signature -> signature.key().equals(key));
    }
}
