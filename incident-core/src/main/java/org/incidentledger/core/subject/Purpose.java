package org.incidentledger.core.subject;

/** For what a sealed value is opened. */
public enum Purpose {
    /** Somebody reads it to do their work. */
    READ,
    /** It is handed to somebody who checks it against the ledger, with what opens it. */
    DISCLOSURE,
    /** The subject is told what is held about them. */
    SUBJECT_ACCESS
}
