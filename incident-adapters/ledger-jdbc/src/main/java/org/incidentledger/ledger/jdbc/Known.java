package org.incidentledger.ledger.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.EncryptedValue;
import org.jspecify.annotations.Nullable;

/**
 * What the database is known to have, so that not every append asks for it. It holds while no other process writes: for ever where one
 * alone has the database, otherwise as long as the ledger ends where this process let it end. For use by the sequencer's thread.
 *
 * @param lengths of streams that were appended to
 * @param keys their ids, by their subjects
 * @param stretches the last one in which a key is noted to have values, by the ids of keys
 * @param keyless subjects that have no key
 */
record Known(Map<StreamId, Long> lengths, Map<ActorRef, UUID> keys, Map<UUID, Long> stretches, Keyless keyless) {
    private static final int MAX = 10_000;

    Known() {
        this(new Recent<>(), new Recent<>(), new Recent<>(), new Keyless());
    }

    /** Whether that is the key of a subject for certain, as long as nobody else has written. */
    boolean isKeyOf(ActorRef subject, @Nullable UUID key) {
        return key != null && key.equals(keys.get(subject));
    }

    /** A value is durable. */
    void learn(EncryptedValue value) {
        stretches.put(value.key(), SealedChunk.stretchOf(value.position()));
    }

    /** Whether the key of a value is noted already to have values in the stretch of this one. */
    boolean isPlaced(EncryptedValue value) {
        Long stretch = stretches.get(value.key());
        return stretch != null && stretch == SealedChunk.stretchOf(value.position());
    }

    /** Something may have become durable without anybody being told. */
    void forgetAll() {
        lengths.clear();
        keys.clear();
        stretches.clear();
        keyless.forgetAll();
    }

    /** The values that were learned last. To keep those that were used last, every look-up would change the order of all. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MAX;
        }
    }
}
