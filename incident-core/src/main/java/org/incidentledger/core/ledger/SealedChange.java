package org.incidentledger.core.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;

/** What an append changes among the sealed values, in the transaction of its entries or not at all. */
public sealed interface SealedChange {
    /** Nothing, like most appends. */
    SealedChange NONE = new None();

    /** See {@link #NONE}. */
    record None() implements SealedChange {}

    /**
     * Values are stored to which the events refer.
     *
     * @param values their positions count from the first event of the append
     * @param newKeys keys of subjects that had none
     */
    record Seal(List<EncryptedValue> values, List<WrappedKey> newKeys) implements SealedChange {
        public Seal {
            values = List.copyOf(values);
            newKeys = List.copyOf(newKeys);
        }
    }

    /**
     * Some values about a subject are removed; the subject's key, too, when none is left.
     *
     * @param values those that are not there any more are passed over
     */
    record Remove(ActorRef subject, List<UUID> values) implements SealedChange {
        public Remove {
            values = List.copyOf(values);
        }
    }

    /**
     * Everything about a subject is removed, its key with it.
     *
     * @param values must be all that are there
     * @param seen how long the streams were in which they are; nothing may have been appended to them since
     */
    record Erase(ActorRef subject, List<UUID> values, Map<StreamId, Long> seen) implements SealedChange {
        public Erase {
            values = List.copyOf(values);
            seen = Map.copyOf(seen);
        }
    }
}
