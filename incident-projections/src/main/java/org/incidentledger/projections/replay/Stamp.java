package org.incidentledger.projections.replay;

import java.time.Instant;
import org.incidentledger.core.history.RecordedEvent;

/**
 * When something was said and where it stands in the ledger.
 *
 * @param occurredAt when it happened, in the words of the actor
 * @param recordedAt when the ledger recorded it
 * @param position of the entry in the ledger
 */
public record Stamp(Instant occurredAt, Instant recordedAt, long position) {
    /** The stamp of an event. */
    public static Stamp of(RecordedEvent event) {
        return new Stamp(event.provenance().occurredAt(), event.provenance().recordedAt(), event.position());
    }
}
