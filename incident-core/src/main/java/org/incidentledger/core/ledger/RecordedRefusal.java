package org.incidentledger.core.ledger;

import java.time.Instant;
import java.util.UUID;
import org.incidentledger.core.decision.Refusal;

/**
 * A refusal that is remembered.
 *
 * @param commandId the command, or a made-up id when nobody looked at it, because its actor lacked a role
 * @param stream what the command was for; {@code access/ACTION} when what was refused was no command
 * @param receivedAt when it was asked for
 */
public record RecordedRefusal(UUID commandId, StreamId stream, Refusal refusal, Instant receivedAt) {}
