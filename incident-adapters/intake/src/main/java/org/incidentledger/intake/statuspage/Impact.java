package org.incidentledger.intake.statuspage;

import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.Severity;

/** How grave an incident is in the words of a page, and what that says of a component when nothing else is known. */
enum Impact {
    NONE(ComponentStatus.OPERATIONAL),
    MINOR(ComponentStatus.DEGRADED_PERFORMANCE),
    MAJOR(ComponentStatus.PARTIAL_OUTAGE),
    CRITICAL(ComponentStatus.MAJOR_OUTAGE),
    MAINTENANCE(ComponentStatus.UNDER_MAINTENANCE);

    private final ComponentStatus onComponents;

    Impact(ComponentStatus onComponents) {
        this.onComponents = onComponents;
    }

    ComponentStatus onComponents() {
        return onComponents;
    }

    /** The severity of an incident, which a maintenance has not. */
    Severity severity() {
        return Severity.valueOf(name());
    }
}
