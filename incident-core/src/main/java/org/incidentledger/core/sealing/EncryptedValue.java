package org.incidentledger.core.sealing;

import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;

/**
 * A sealed value as it is stored beside the ledger.
 *
 * @param id the id of the {@link SealedValue} in the entry
 * @param key the id of the subject's key that encrypts it
 * @param position of the entry that refers to it
 * @param content the key of the commitment and the plaintext, encrypted
 */
public record EncryptedValue(UUID id, ActorRef subject, UUID key, long position, Ciphertext content) {
    /** The same value at another position: where its entry is, is known only when it is appended. */
    public EncryptedValue at(long other) {
        return other == position ? this : new EncryptedValue(id, subject, key, other, content);
    }
}
