package org.incidentledger.core.tlog;

/** A checkpoint whose signatures were verified: only {@link TrustedLog} makes them. */
public final class VerifiedCheckpoint {

    private final Checkpoint checkpoint;
    private final VerifiedNote note;

    VerifiedCheckpoint(Checkpoint checkpoint, VerifiedNote note) {
        this.checkpoint = checkpoint;
        this.note = note;
    }

    /** What the log said. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The note, and who signed it when. */
    public VerifiedNote note() {
        return note;
    }
}
