package org.incidentledger.ledger.memory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.incidentledger.projections.replay.ViewStore;

/** Documents of views in memory; it knows no transactions. */
public final class MemoryViewStore implements ViewStore {
    private static final Comparator<String> BY_CODE_POINT = (one, other) ->
            Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

    private final ConcurrentMap<String, ConcurrentMap<String, byte[]>> views = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> get(String view, String key) {
        return Optional.ofNullable(documents(view).get(key)).map(byte[]::clone);
    }

    @Override
    public void put(String view, String key, byte[] document) {
        documents(view).put(key, document.clone());
    }

    @Override
    public void remove(String view, String key) {
        documents(view).remove(key);
    }

    @Override
    public void forEach(String view, BiConsumer<String, byte[]> reader) {
        documents(view).forEach((key, document) -> reader.accept(key, document.clone()));
    }

    @Override
    public void clear(String view) {
        views.remove(view);
    }

    private ConcurrentMap<String, byte[]> documents(String view) {
        return views.computeIfAbsent(view, unused -> new ConcurrentSkipListMap<>(BY_CODE_POINT));
    }
}
