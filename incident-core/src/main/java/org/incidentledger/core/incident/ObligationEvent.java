package org.incidentledger.core.incident;

import java.time.Instant;
import org.incidentledger.core.obligation.StageId;
import org.jspecify.annotations.Nullable;

/** Events that the notification regimes ask for. */
public sealed interface ObligationEvent extends IncidentEvent {
    /** From which instant a regime counts; {@code from} is the instant recorded before, when there was one. */
    record AnchorRecorded(
            AnchorKind anchor,
            @Nullable Instant from,
            Instant to,
            @Nullable String note) implements ObligationEvent {}

    /** An authority was told. */
    record AuthorityNotified(
            StageId stage, String authority, @Nullable String reference, String filed) implements ObligationEvent {}

    /** A stage is not owed. */
    record ObligationWaived(StageId stage, String reason) implements ObligationEvent {}
}
