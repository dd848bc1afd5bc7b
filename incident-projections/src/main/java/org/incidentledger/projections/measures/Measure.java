package org.incidentledger.projections.measures;

/** What is measured of an incident. All but the first count from the report. */
public enum Measure {
    /** From the start to the report. */
    DETECT,
    /** To the first acknowledgement. */
    ACKNOWLEDGE,
    /** To the first containment. */
    CONTAIN,
    /** To the last resolution. */
    RESOLVE,
    /** To the first update that was public. */
    FIRST_PUBLIC_NOTICE
}
