package org.incidentledger.core.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/**
 * The sealed values beside a ledger: encrypted, and removable for real. What is stored and removed comes with an {@link Append}, see
 * {@link SealedChange}. Safe for use by many threads.
 */
public interface SealedStore {
    /** A value by what its entry says of it; empty when it was erased. */
    Optional<EncryptedValue> find(ActorRef subject, UUID id);

    /** The same when nobody knows whom it is about; may take long where there are many values. */
    Optional<EncryptedValue> find(UUID id);

    /** Every value about a subject that is still there, in the order of the ledger. */
    List<EncryptedValue> about(ActorRef subject);

    /** The key of a subject; empty when nothing is sealed about it. */
    Optional<WrappedKey> keyOf(ActorRef subject);

    /** At most {@code max} keys, in the order of their subjects, behind a subject; from the first when it is empty. */
    List<WrappedKey> keys(String behind, int max);

    /**
     * Stores another wrapping of a key.
     *
     * @return whether it was stored; false when the key was erased, or wrapped anew by somebody else, since it was read
     */
    boolean rewrap(WrappedKey before, WrappedKey after);

    /**
     * Removes what is left of erased values where the storage keeps more than its tables. Called after an erasure; may be called
     * again after an interruption.
     *
     * @return what can only be removed later, each as a sentence that says how; none when nothing is left
     */
    List<String> purge();
}
