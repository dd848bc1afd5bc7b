package org.incidentledger.core.vocabulary;

/** A value that cannot be part of any command: its message names the value, the rule and what to do. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidValueException(String message) {
        super(message);
    }
}
