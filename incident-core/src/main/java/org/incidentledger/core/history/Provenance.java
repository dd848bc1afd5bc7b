package org.incidentledger.core.history;

import java.time.Instant;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * Who said it, and when.
 *
 * @param occurredAt when it happened, in the words of the actor
 * @param recordedAt when the ledger recorded it; never decreases with position
 * @param commandId the command from which it followed
 */
public record Provenance(
        ActorRef actor,
        Instant occurredAt,
        Instant recordedAt,
        UUID commandId,
        @Nullable UUID correlationId,
        @Nullable String reason) {}
