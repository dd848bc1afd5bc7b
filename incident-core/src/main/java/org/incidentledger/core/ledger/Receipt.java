package org.incidentledger.core.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a command left in the ledger.
 *
 * @param firstPosition of its first event; positions count from 0 without gaps, the other events follow
 * @param eventIds in order
 * @param recordedAt set by the ledger; never decreases with position
 */
public record Receipt(UUID commandId, StreamId stream, long firstPosition, List<UUID> eventIds, Instant recordedAt) {
    public Receipt {
        eventIds = List.copyOf(eventIds);
    }

    /** The position of its last event. */
    public long lastPosition() {
        return firstPosition + eventIds.size() - 1;
    }
}
