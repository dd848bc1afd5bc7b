package org.incidentledger.core.incident;

import java.util.LinkedHashSet;
import java.util.Set;
import org.incidentledger.core.decision.ImpossibleEventException;

/** Which access points are closed now. */
public record Containment(Set<AccessPoint> closed) {
    static final Containment NONE = new Containment(Set.of());

    Containment after(IncidentEvent event) {
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
