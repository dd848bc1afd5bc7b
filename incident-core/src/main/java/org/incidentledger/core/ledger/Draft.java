package org.incidentledger.core.ledger;

import java.util.UUID;

/**
 * An event that is to be appended.
 *
 * @param id random (122 bits): it also salts the leaf of the entry, so that a neighbour's hash in a proof tells nothing
 */
public record Draft(UUID id, EncodedEvent event) {}
