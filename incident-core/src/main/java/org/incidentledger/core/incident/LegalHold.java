package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.when;

import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is sealed in this incident must be kept for a court, an authority or a dispute.
 *
 * @param reason why; absent while there is no hold
 */
public record LegalHold(@Nullable String reason) {
    /** No hold, as before the first event. */
    public static final LegalHold NONE = new LegalHold(null);

    /** The same after one more event of the incident. */
    public LegalHold after(IncidentEvent event) {
        if (event instanceof RecordEvent.HoldPlaced placed) {
            if (reason != null) {
                throw new ImpossibleEventException(event, "on hold");
            }
            return new LegalHold(placed.reason());
        }
        if (event instanceof RecordEvent.HoldLifted lifted) {
            if (!lifted.placed().equals(reason)) {
                throw new ImpossibleEventException(event, "on hold for another reason, or on none");
            }
            return NONE;
        }
        return this;
    }

    @Nullable
    Refusal objectToErasure(IncidentId incident) {
        return when(
                reason != null,
                Rule.LEGAL_HOLD,
                () -> "incident %s is on legal hold: %s; lift the hold first, or refuse the request"
                        .formatted(incident, reason));
    }
}
