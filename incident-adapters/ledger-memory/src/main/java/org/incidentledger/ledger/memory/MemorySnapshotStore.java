package org.incidentledger.ledger.memory;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.incidentledger.core.ledger.Snapshot;
import org.incidentledger.core.ledger.SnapshotStore;
import org.incidentledger.core.ledger.StreamId;

/** Snapshots in memory. */
public final class MemorySnapshotStore implements SnapshotStore {
    private final ConcurrentMap<StreamId, Snapshot> snapshots = new ConcurrentHashMap<>();

    @Override
    public Optional<Snapshot> find(StreamId stream) {
        return Optional.ofNullable(snapshots.get(stream));
    }

    @Override
    public void put(Snapshot snapshot) {
        snapshots.merge(snapshot.stream(), snapshot, MemorySnapshotStore::newer);
    }

    private static Snapshot newer(Snapshot before, Snapshot next) {
        boolean replaces =
                before.sequence() <= next.sequence() || !before.format().equals(next.format());
        return replaces ? next : before;
    }

    @Override
    public void remove(StreamId stream) {
        snapshots.remove(stream);
    }

    @Override
    public void clear() {
        snapshots.clear();
    }
}
