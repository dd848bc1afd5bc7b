package org.incidentledger.core.encoding;

import java.time.Instant;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a ledger with its members told apart; the data of its event is still as stored.
 *
 * @param origin the name of the ledger
 * @param position in the ledger, from 0 without gaps, at most 2^53 − 1
 * @param id of the event; random, which salts the leaf
 * @param sequence in its stream, from 0 without gaps, at most 2^53 − 1
 * @param recordedAt when the ledger recorded it, to the microsecond; never decreases with position
 * @param occurredAt when it happened in the words of the actor, to the microsecond
 */
public record Entry(
        String origin,
        long position,
        UUID id,
        StreamId stream,
        long sequence,
        EncodedEvent event,
        Instant recordedAt,
        Instant occurredAt,
        ActorRef actor,
        UUID commandId,
        @Nullable UUID correlationId,
        @Nullable String reason) {}
