package org.incidentledger.core.incident;

/** Who brought an incident to light. */
public enum ReportSource {
    CLIENT,
    STAFF,
    MONITORING,
    RESEARCHER,
    SUPPLIER
}
