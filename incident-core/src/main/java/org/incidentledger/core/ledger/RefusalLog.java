package org.incidentledger.core.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.Refusal;

/**
 * Remembers which commands were refused, so that a command sent again under the same id is answered with its first result. Safe
 * for use by many threads.
 *
 * <p>A convenience, not history: a refusal is not forced to disk, and one that was lost with the power only means that the same
 * command is decided afresh. What a command left in the ledger always takes precedence.
 */
public interface RefusalLog {
    /** The first refusal of a command, if one is remembered. */
    Optional<Refusal> find(UUID commandId);

    /**
     * Remembers a refusal; nothing happens when one is remembered for this command already.
     *
     * @param receivedAt when the refused command was taken in, to the microsecond
     * @throws LedgerException when storage fails
     */
    void record(UUID commandId, StreamId stream, Refusal refusal, Instant receivedAt);
}
