package org.incidentledger.core.incident;

/** A role in the response to one incident, held by one actor at a time. */
public enum IncidentRole {
    COMMANDER,
    COMMUNICATIONS,
    OPERATIONS,
    SCRIBE,
    LIAISON
}
