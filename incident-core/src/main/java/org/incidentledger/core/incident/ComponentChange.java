package org.incidentledger.core.incident;

import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;

/** How the effect of an incident on one component changed. */
public record ComponentChange(ComponentId component, ComponentStatus from, ComponentStatus to) {}
