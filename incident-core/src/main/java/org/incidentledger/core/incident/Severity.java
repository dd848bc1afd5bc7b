package org.incidentledger.core.incident;

/** The public impact scale, from lightest to gravest. */
public enum Severity {
    NONE,
    MINOR,
    MAJOR,
    CRITICAL
}
