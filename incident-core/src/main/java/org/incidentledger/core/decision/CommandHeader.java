package org.incidentledger.core.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every command carries beside its own content.
 *
 * @param commandId chosen by the sender; a command sent again under the same id is answered with its first result
 * @param actor who says this
 * @param occurredAt when it happened in the words of the actor; may lie in the past
 * @param receivedAt when the ledger took the command in; the only "now" that a decider knows
 * @param correlationId groups commands that belong to one piece of work
 * @param reason free text for the audit trail; nothing personal
 */
public record CommandHeader(
        UUID commandId,
        ActorRef actor,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable UUID correlationId,
        @Nullable String reason) {

    /** Instants are kept to the microsecond, which is what an entry of the ledger can hold. */
    public CommandHeader {
        occurredAt = Times.inMicros(occurredAt);
        receivedAt = Times.inMicros(receivedAt);
    }
}
