package org.incidentledger.core.sealing;

import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;

/**
 * The key of one subject as it is stored: encrypted by a key that is kept elsewhere.
 *
 * @param id names the key beside every value that it encrypts; another wrapping of the same key keeps it
 * @param subject whose values it encrypts; a subject has one key at a time
 */
public record WrappedKey(UUID id, ActorRef subject, Ciphertext wrapped) {}
