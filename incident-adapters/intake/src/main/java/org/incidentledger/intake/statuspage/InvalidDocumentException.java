package org.incidentledger.intake.statuspage;

/** A document that cannot be read or understood: one line that names the file, the place, the value and what to do. */
public final class InvalidDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidDocumentException(String message) {
        super(message);
    }

    InvalidDocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
