package org.incidentledger.projections.timeline;

/** What a story of the public timeline is about. */
public enum StoryType {
    INCIDENT,
    MAINTENANCE
}
