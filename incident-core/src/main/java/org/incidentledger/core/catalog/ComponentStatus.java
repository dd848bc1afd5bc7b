package org.incidentledger.core.catalog;

/** The status of a component in the public vocabulary of status pages, from best to worst. */
public enum ComponentStatus {
    OPERATIONAL,
    UNDER_MAINTENANCE,
    DEGRADED_PERFORMANCE,
    PARTIAL_OUTAGE,
    MAJOR_OUTAGE
}
