package org.incidentledger.core.incident;

/** Where an incident stands internally; what the public is told is a separate choice. */
public enum Phase {
    UNREPORTED,
    REPORTED,
    INVESTIGATING,
    CONTAINED,
    RESOLVED,
    CLOSED,
    REJECTED,
    MERGED
}
