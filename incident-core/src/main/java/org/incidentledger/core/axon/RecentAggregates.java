package org.incidentledger.core.axon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.incidentledger.core.ledger.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates that were used last, so that a command to a long incident need not read it from the start. Axon takes one out
 * whenever its events could not be appended. Safe for use by many threads.
 */
public final class RecentAggregates implements Cache {
    private static final float LOAD_FACTOR = 0.75f;
    private static final int FIRST_CAPACITY = 16;

    private final Map<Object, Object> recent;

    /** The least recently used entry goes first. */
    private static final class Bounded extends LinkedHashMap<Object, Object> {
        private static final long serialVersionUID = 1L;

        private final int max;

        Bounded(int max) {
            super(FIRST_CAPACITY, LOAD_FACTOR, true);
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > max;
        }
    }

    /** @param max more are forgotten, the one that was not used for longest first */
    public RecentAggregates(int max) {
        this.recent = new Bounded(max);
    }

    /** Lets the next command to a stream read its aggregate anew; false when it would anyway. */
    public boolean forget(StreamId stream) {
        return remove(stream.toString());
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
    public synchronized <K, V> @Nullable V get(K key) {
        return (V) recent.get(key);
    }

    @Override
    public synchronized void put(Object key, Object value) {
        recent.put(key, value);
    }

    @Override
    public synchronized boolean putIfAbsent(Object key, Object value) {
        return recent.putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings("unchecked") // as Axon declares it
    public synchronized <T> T computeIfAbsent(Object key, Supplier<T> value) {
        return (T) recent.computeIfAbsent(key, unused -> value.get());
    }

    @Override
    @SuppressWarnings("unchecked") // as Axon declares it
    public synchronized <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        recent.computeIfPresent(key, (unused, value) -> update.apply((V) value));
    }

    @Override
    public synchronized boolean remove(Object key) {
        return recent.remove(key) != null;
    }

    @Override
    public synchronized void removeAll() {
        recent.clear();
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        return recent.containsKey(key);
    }

    /** Nobody hears of changes: Axon needs that for sagas only. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
