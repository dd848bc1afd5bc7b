package org.incidentledger.projections.timeline;

import org.incidentledger.core.catalog.ComponentStatus;

/** How an update said that the effect on a component changed. */
public record ComponentStep(String component, ComponentStatus from, ComponentStatus to) {}
