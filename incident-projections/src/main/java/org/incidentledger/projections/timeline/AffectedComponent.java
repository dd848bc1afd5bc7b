package org.incidentledger.projections.timeline;

import org.incidentledger.core.catalog.ComponentStatus;

/**
 * A component that an incident or a maintenance affected at any time.
 *
 * @param status the effect that was said last; it no longer holds once the story has ended
 * @param worst the gravest effect that was ever said
 */
public record AffectedComponent(String component, ComponentStatus status, ComponentStatus worst) {
    AffectedComponent now(ComponentStatus next) {
        return new AffectedComponent(component, next, next.compareTo(worst) > 0 ? next : worst);
    }
}
