package org.incidentledger.projections.timeline;

import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.maintenance.MaintenanceStatus;

/** Every status that a story or an update can show: those of incidents, then those of maintenance. */
public enum StoryStatus {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED,
    POSTMORTEM,
    SCHEDULED,
    IN_PROGRESS,
    VERIFYING,
    COMPLETED,
    CANCELLED;

    static StoryStatus of(PublicStatus status) {
        return switch (status) {
            case INVESTIGATING -> INVESTIGATING;
            case IDENTIFIED -> IDENTIFIED;
            case MONITORING -> MONITORING;
            case RESOLVED -> RESOLVED;
            case POSTMORTEM -> POSTMORTEM;
        };
    }

    static StoryStatus of(MaintenanceStatus status) {
        return switch (status) {
            case UNSCHEDULED, SCHEDULED -> SCHEDULED;
            case IN_PROGRESS -> IN_PROGRESS;
            case VERIFYING -> VERIFYING;
            case COMPLETED -> COMPLETED;
            case CANCELLED -> CANCELLED;
        };
    }
}
