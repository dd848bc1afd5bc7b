package org.incidentledger.core.incident;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.incidentledger.core.decision.ImpossibleEventException;

/** Which access points are closed now. */
public record Containment(Set<AccessPoint> closed) {
    static final Containment NONE = new Containment(Set.of());

    /** Nobody opens or closes an access point but by an event. */
    public Containment {
        closed = Collections.unmodifiableSet(closed);
    }

    Containment after(IncidentEvent event) {
        if (event instanceof LifecycleEvent.IncidentResolved resolved
                && !closed.equals(new HashSet<>(resolved.accessStaysClosed()))) {
            throw new ImpossibleEventException(event, "with other access points closed");
        }
        return event instanceof ContainmentEvent containment ? after(containment) : this;
    }

    private Containment after(ContainmentEvent event) {
        return switch (event) {
            case ContainmentEvent.AccessClosed e -> {
                Set<AccessPoint> next = new LinkedHashSet<>(closed);
                if (!next.add(e.accessPoint())) {
                    throw new ImpossibleEventException(
                            e, "with %s closed".formatted(e.accessPoint().name()));
                }
                yield new Containment(next);
            }
            case ContainmentEvent.AccessRestored e -> {
                Set<AccessPoint> next = new LinkedHashSet<>(closed);
                if (!next.remove(e.accessPoint())) {
                    throw new ImpossibleEventException(
                            e, "with %s open".formatted(e.accessPoint().name()));
                }
                yield new Containment(next);
            }
            case ContainmentEvent.IncidentContained e -> this;
            case ContainmentEvent.ContainmentLost e -> this;
        };
    }
}
