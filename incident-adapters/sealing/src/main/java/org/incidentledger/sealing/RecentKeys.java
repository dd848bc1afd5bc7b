package org.incidentledger.sealing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;

/**
 * The keys that were unwrapped or made last, for a short while: another process may have erased a subject. A stale one does no
 * harm, since the ledger refuses what is encrypted by it.
 */
final class RecentKeys {
    private static final int MAX = 10_000;
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

    private record Kept(SubjectKey key, long since) {}

    private final Map<ActorRef, Kept> keys = new LinkedHashMap<>();

    /** Keys that nobody has stored yet, by their ids: two senders may each bring one for the same subject. */
    private final Map<UUID, SubjectKey> proposed = new LinkedHashMap<>();

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
        dropOldest(keys);
    }

    /** A key that may be stored soon. */
    synchronized void propose(SubjectKey key) {
        proposed.put(key.id(), key);
        dropOldest(proposed);
    }

    /** That key was stored. */
    synchronized void accept(ActorRef subject, UUID id) {
        SubjectKey key = proposed.remove(id);
        if (key != null) {
            put(subject, key);
        }
    }

    private static void dropOldest(Map<?, ?> map) {
        if (map.size() > MAX) {
            map.remove(map.keySet().iterator().next());
        }
    }

    synchronized void remove(ActorRef subject) {
        keys.remove(subject);
    }
}
