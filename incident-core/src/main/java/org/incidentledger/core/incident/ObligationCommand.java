package org.incidentledger.core.incident;

import java.time.Instant;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.obligation.StageId;
import org.jspecify.annotations.Nullable;

/** Commands that the notification regimes ask for. */
public sealed interface ObligationCommand extends IncidentCommand {
    /** Says from which instant a regime counts. */
    record RecordAnchor(
            IncidentId incident,
            AnchorKind anchor,
            Instant at,
            @Nullable String note) implements ObligationCommand {
        public RecordAnchor {
            at = Times.inMicros(at);
        }
    }

    /**
     * Says that an authority was told.
     *
     * @param authority its name
     * @param reference the number that it gave to the filing, if it gave one
     * @param filed what was filed, in one line
     */
    record NotifyAuthority(
            IncidentId incident,
            StageId stage,
            String authority,
            @Nullable String reference,
            String filed) implements ObligationCommand {}

    /** Says that a stage is not owed, and why. */
    record WaiveObligation(IncidentId incident, StageId stage, String reason) implements ObligationCommand {}
}
