package org.incidentledger.core.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.Refusal;

/**
 * Remembers which commands were refused, so that a command sent again under the same id is answered with its first result, and what
 * was refused for want of a role. Safe for use by many threads.
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

    /**
     * The refusals that were received last, the newest first.
     *
     * @param limit how many at the most, 1 or more
     * @throws LedgerException when storage fails
     */
    List<RecordedRefusal> newest(int limit);

    /**
     * Forgets the refusals that were received before an instant. A command that was refused then and is sent again is decided afresh.
     *
     * @return how many were forgotten
     * @throws LedgerException when storage fails, or this user of the database may not
     */
    long prune(Instant before);
}
