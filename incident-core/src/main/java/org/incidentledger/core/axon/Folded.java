package org.incidentledger.core.axon;

/** An aggregate of Axon that is nothing but the state which a decider looks at. */
interface Folded {
    /** A record; whatever follows from it is in the events. */
    Record state();
}
