package org.incidentledger.core.incident;

/** The status that a public update states, in the public vocabulary of status pages. */
public enum PublicStatus {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED,
    POSTMORTEM
}
