package org.incidentledger.core.incident;

/** What kind of incident was reported. */
public enum IncidentKind {
    SECURITY_EVENT,
    DATA_BREACH,
    VULNERABILITY,
    ABUSE,
    AVAILABILITY,
    PERFORMANCE
}
