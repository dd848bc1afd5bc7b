package org.incidentledger.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.incidentledger.core.axon.AggregateStates;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.Snapshot;
import org.incidentledger.core.ledger.SnapshotStore;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.Rfc6962;

/**
 * States of aggregates that save folding a long stream from its start. What is found is used only if the same code wrote it, if it is
 * whole, and if the entry that it ends with is the one in the ledger. Safe for use by many threads.
 */
final class Snapshots {
    /** Of a stream that is shorter nobody looks for a snapshot: reading it takes no longer. */
    private static final int SHORT_STREAM = 32;

    private final SnapshotStore store;
    private final ViewCodec codec;
    private final Set<Class<?>> upcasters;
    private final int shortStream;
    private final Map<Class<? extends Record>, String> formats = new ConcurrentHashMap<>();

    /** @param upcasters what reads old events before they change a state, see {@link StateFormat} */
    Snapshots(SnapshotStore store, ViewCodec codec, Set<Class<?>> upcasters) {
        this(store, codec, upcasters, SHORT_STREAM);
    }

    Snapshots(SnapshotStore store, ViewCodec codec, Set<Class<?>> upcasters, int shortStream) {
        this.store = store;
        this.codec = codec;
        this.upcasters = upcasters;
        this.shortStream = shortStream;
    }

    /** How many events a stream must have for a snapshot of it to be looked for. */
    int shortStream() {
        return shortStream;
    }

    /** One that this code wrote and that is whole; {@link #endsWith} is still to be asked. */
    Optional<Snapshot> find(StreamId stream) {
        try {
            Optional<Snapshot> found = store.find(stream);
            if (found.isPresent() && !isWhole(found.get())) {
                store.remove(stream);
                return Optional.empty();
            }
            return found.filter(snapshot -> snapshot.format().equals(format(stream)));
        } catch (LedgerException.Unavailable noSnapshots) {
            // Nothing depends on them; if more than their table is away, reading the stream says so.
            return Optional.empty();
        }
    }

    /**
     * Whether a snapshot ends with the entry that was read from the ledger in its place. One that does not, say because the database was
     * set back, is forgotten.
     */
    boolean endsWith(Snapshot snapshot, List<StoredEntry> read) {
        boolean same =
                !read.isEmpty() && Rfc6962.leafHash(read.getFirst().bytes()).equals(snapshot.entry());
        if (!same) {
            forget(List.of(snapshot.stream()));
        }
        return same;
    }

    /** The state in a snapshot; nothing when it cannot be read after all. */
    Optional<Record> state(Snapshot snapshot) {
        try {
            return Optional.of(codec.decode(
                    snapshot.state().getBytes(StandardCharsets.UTF_8), AggregateStates.typeOf(snapshot.stream())));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps the state after an entry.
     *
     * @throws LedgerException.Unavailable when it cannot be kept
     */
    void keep(StreamId stream, long sequence, StoredEntry entry, Record state) {
        Hash last = Rfc6962.leafHash(entry.bytes());
        String text = new String(codec.encode(state), StandardCharsets.UTF_8);
        Snapshot unsummed = new Snapshot(stream, sequence, last, format(stream), text, last);
        store.put(new Snapshot(stream, sequence, last, format(stream), text, checksum(unsummed)));
    }

    /** Forgets those of some streams, as far as there is room for snapshots at all. */
    void forget(Collection<StreamId> streams) {
        try {
            streams.forEach(store::remove);
        } catch (LedgerException.Unavailable noSnapshots) {
            // A user without the rights to their table never wrote one either.
            return;
        }
    }

    /** Forgets all of them. */
    void clear() {
        try {
            store.clear();
        } catch (LedgerException.Unavailable noSnapshots) {
            return;
        }
    }

    private String format(StreamId stream) {
        return formats.computeIfAbsent(AggregateStates.typeOf(stream), state -> StateFormat.of(state, upcasters));
    }

    private static boolean isWhole(Snapshot snapshot) {
        return snapshot.checksum().equals(checksum(snapshot));
    }

    private static Hash checksum(Snapshot snapshot) {
        String summed = String.join(
                "\n",
                snapshot.stream().toString(),
                Long.toString(snapshot.sequence()),
                snapshot.entry().base64(),
                snapshot.format(),
                snapshot.state());
        return Rfc6962.leafHash(summed.getBytes(StandardCharsets.UTF_8));
    }
}
