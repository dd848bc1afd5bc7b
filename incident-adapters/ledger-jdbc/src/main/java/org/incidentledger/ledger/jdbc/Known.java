package org.incidentledger.ledger.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.StreamId;

/**
 * What the database is known to have, so that not every append asks for it. Only where one process alone writes. For use by the
 * sequencer's thread.
 *
 * @param lengths of streams that were appended to
 * @param keys their ids, by their subjects
 */
record Known(Map<StreamId, Long> lengths, Map<ActorRef, UUID> keys) {
    private static final int MAX = 10_000;

    Known() {
        this(new Recent<>(), new Recent<>());
    }

    /** Something may have become durable without anybody being told. */
    void forgetAll() {
        lengths.clear();
        keys.clear();
    }

    /** The values that were used last. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private static final float LOAD_FACTOR = 0.75f;

        Recent() {
            super(16, LOAD_FACTOR, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MAX;
        }
    }
}
