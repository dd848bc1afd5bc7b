package org.incidentledger.core.incident;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.obligation.StageId;
import org.incidentledger.core.vocabulary.Words;

/** From which instants the regimes count, and which stages are not owed. */
public record Obligations(Map<AnchorKind, Instant> anchors, Set<StageId> waived) {
    static final Obligations NONE = new Obligations(Map.of(), Set.of());

    /** Nobody changes an obligation but by an event. */
    public Obligations {
        anchors = Collections.unmodifiableMap(anchors);
        waived = Collections.unmodifiableSet(waived);
    }

    Obligations after(IncidentEvent event) {
        return event instanceof ObligationEvent obligation ? after(obligation) : this;
    }

    private Obligations after(ObligationEvent event) {
        return switch (event) {
            case ObligationEvent.AnchorRecorded e -> {
                if (!Objects.equals(e.from(), anchors.get(e.anchor()))) {
                    throw new ImpossibleEventException(e, "with another instant of " + Words.of(e.anchor()));
                }
                Map<AnchorKind, Instant> next = new EnumMap<>(AnchorKind.class);
                next.putAll(anchors);
                next.put(e.anchor(), e.to());
                yield new Obligations(next, waived);
            }
            case ObligationEvent.ObligationWaived e -> {
                Set<StageId> next = new HashSet<>(waived);
                if (!next.add(e.stage())) {
                    throw new ImpossibleEventException(e, "with stage %s waived".formatted(e.stage()));
                }
                yield new Obligations(anchors, next);
            }
            case ObligationEvent.AuthorityNotified e -> this;
        };
    }
}
