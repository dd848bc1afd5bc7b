package org.incidentledger.projections.replay;

import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.incidentledger.core.history.RecordedEvent;

/** Documents folded in memory: the view as of the last event that was given. For use by one thread. */
public final class FoldedDocuments<D> implements Documents<D> {
    private final Projection<D> projection;
    private final TreeMap<String, D> byKey = new TreeMap<>();

    public FoldedDocuments(Projection<D> projection) {
        this.projection = projection;
    }

    /** Takes in the next event of history. */
    public void fold(RecordedEvent event) {
        for (String key : projection.keys(event)) {
            D after = projection.apply(key, byKey.get(key), event);
            if (after == null) {
                byKey.remove(key);
            } else {
                byKey.put(key, after);
            }
        }
    }

    @Override
    public Optional<D> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public Stream<D> all() {
        return byKey.values().stream();
    }
}
