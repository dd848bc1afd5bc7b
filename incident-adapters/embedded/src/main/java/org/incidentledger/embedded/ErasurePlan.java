package org.incidentledger.embedded;

import java.util.List;
import java.util.Map;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.incidentledger.core.subject.Holdings;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure would delete, and what stands against it.
 *
 * @param values everything that is sealed about the subject, in the order of the ledger
 * @param key the key of the subject; absent when there is none
 * @param holdings the same as the decider sees it, with the legal holds on it
 * @param seen how long the incidents were that were looked at
 */
public record ErasurePlan(
        ActorRef subject,
        List<EncryptedValue> values,
        @Nullable WrappedKey key,
        Holdings holdings,
        Map<StreamId, Long> seen) {
    public ErasurePlan {
        values = List.copyOf(values);
        seen = Map.copyOf(seen);
    }

    /** Finds what an erasure by this plan leaves in files. */
    public Traces traces() {
        return Traces.of(List.of(this));
    }

    SealedChange change() {
        return new SealedChange.Erase(subject, holdings.values(), seen);
    }
}
