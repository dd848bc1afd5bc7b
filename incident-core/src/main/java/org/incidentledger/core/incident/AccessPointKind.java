package org.incidentledger.core.incident;

/** What kind of place an access point is. */
public enum AccessPointKind {
    SERVER,
    BILLING_PANEL,
    ACCOUNT,
    NETWORK,
    API,
    OTHER
}
