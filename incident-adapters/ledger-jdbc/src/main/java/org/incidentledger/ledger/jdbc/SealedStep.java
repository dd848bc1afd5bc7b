package org.incidentledger.ledger.jdbc;

import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/** One thing that a group does to the tables of sealed values. */
sealed interface SealedStep {
    /** Stores a key. */
    record PutKey(WrappedKey key) implements SealedStep {}

    /** Stores a value. */
    record PutValue(EncryptedValue value) implements SealedStep {}

    /** Removes values, those that are there, and the key of their subject when no other is left. */
    record Remove(ActorRef subject, List<UUID> values) implements SealedStep {
        public Remove {
            values = List.copyOf(values);
        }
    }
}
