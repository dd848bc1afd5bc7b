package org.incidentledger.core.incident;

import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;

/** How an incident affects one component; {@code OPERATIONAL} says that it no longer does. */
public record ComponentImpact(ComponentId component, ComponentStatus status) {}
