package org.incidentledger.sealing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.incidentledger.core.decision.ActorRef;

/**
 * The keys that were used last, for a short while: another process may have erased a subject. A stale one does no harm, since the
 * ledger refuses what is encrypted by it.
 */
final class RecentKeys {
    private static final int MAX = 10_000;
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();
    private static final float LOAD_FACTOR = 0.75f;

    private record Kept(SubjectKey key, long since) {}

    private final Map<ActorRef, Kept> keys = new LinkedHashMap<>(16, LOAD_FACTOR, true);

    synchronized Optional<SubjectKey> get(ActorRef subject) {
        Kept kept = keys.get(subject);
        if (kept != null && System.nanoTime() - kept.since() > KEPT_NANOS) {
            keys.remove(subject);
            return Optional.empty();
        }
        return Optional.ofNullable(kept).map(Kept::key);
    }

    synchronized void put(ActorRef subject, SubjectKey key) {
        keys.put(subject, new Kept(key, System.nanoTime()));
        if (keys.size() > MAX) {
            keys.remove(keys.keySet().iterator().next());
        }
    }

    synchronized void remove(ActorRef subject) {
        keys.remove(subject);
    }
}
