package org.incidentledger.core.incident;

/** Whom a notification is meant for. */
public enum Audience {
    AFFECTED_CLIENTS,
    ALL_CLIENTS,
    SUBSCRIBERS,
    STAFF
}
