package org.incidentledger.core.history;

import java.util.UUID;
import org.incidentledger.core.ledger.StreamId;

/**
 * One event of the ledger, decoded.
 *
 * @param position in the ledger, from 0 without gaps; the order of history
 * @param sequence in its stream, from 0 without gaps
 * @param type the stable name under which it is stored
 */
public record RecordedEvent(
        long position, UUID eventId, StreamId stream, long sequence, String type, Provenance provenance, Fact fact) {}
