package org.incidentledger.core.catalog;

/** What a component is: a machine that clients rent or reach, or a service made of many. */
public enum ComponentKind {
    NODE,
    SERVICE
}
