package org.incidentledger.core.incident;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.incidentledger.core.obligation.StageId;

/** From which instants the regimes count, and which stages are not owed. */
public record Obligations(Map<AnchorKind, Instant> anchors, Set<StageId> waived) {
    static final Obligations NONE = new Obligations(Map.of(), Set.of());

    Obligations after(IncidentEvent event) {
        return event instanceof ObligationEvent obligation ? after(obligation) : this;
    }

    private Obligations after(ObligationEvent event) {
        return switch (event) {
            case ObligationEvent.AnchorRecorded e -> {
                Map<AnchorKind, Instant> next = new EnumMap<>(AnchorKind.class);
                next.putAll(anchors);
                next.put(e.anchor(), e.to());
                yield new Obligations(next, waived);
            }
            case ObligationEvent.ObligationWaived e -> {
                Set<StageId> next = new HashSet<>(waived);
                next.add(e.stage());
                yield new Obligations(anchors, next);
            }
            case ObligationEvent.AuthorityNotified e -> this;
        };
    }
}
