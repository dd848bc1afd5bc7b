package org.incidentledger.core.maintenance;

/** Where a maintenance stands, in the public vocabulary of status pages. */
public enum MaintenanceStatus {
    UNSCHEDULED,
    SCHEDULED,
    IN_PROGRESS,
    VERIFYING,
    COMPLETED,
    CANCELLED
}
