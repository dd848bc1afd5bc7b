package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.projections.replay.ViewStore;

/** Folds many events into one view before any document of it is stored. For use by one thread at a time. */
final class ViewFold<D> {
    /** Documents that are kept for the events to come: most events of an incident lie near each other. */
    private static final int KEPT = 4_000;

    private static final float LOAD_FACTOR = 0.75f;

    private final Projection<D> projection;
    private final ViewStore views;
    private final ViewCodec codec;
    private final Map<String, Optional<D>> touched = new TreeMap<>();
    private final Map<String, Optional<D>> recent = new LinkedHashMap<>(KEPT, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<D>> eldest) {
            return size() > KEPT;
        }
    };
    private Map<String, byte[]> changed = Map.of();
    private List<String> gone = List.of();
    private long next;
    private long stored;

    /** @param next the position of the first event that the view lacks */
    ViewFold(Projection<D> projection, ViewStore views, ViewCodec codec, long next) {
        this.projection = projection;
        this.views = views;
        this.codec = codec;
        this.next = next;
        this.stored = next;
    }

    String view() {
        return projection.name();
    }

    /** The position of the first event that was not taken in. */
    long next() {
        return next;
    }

    /** The position of the first event that is not in what was stored last. */
    long stored() {
        return stored;
    }

    /** Takes in the events that the view lacks; false when one could not be folded, and none of them will be stored. */
    boolean take(List<RecordedEvent> events) {
        try {
            for (RecordedEvent event : events) {
                if (event.position() == next) {
                    fold(event);
                    next++;
                }
            }
            encode();
            return true;
        } catch (RuntimeException unfoldable) {
            return false;
        }
    }

    private void fold(RecordedEvent event) {
        for (String key : projection.keys(event)) {
            D before = projection.begins(key, event) ? null : before(key).orElse(null);
            touched.put(key, Optional.ofNullable(projection.apply(key, before, event)));
        }
    }

    private Optional<D> before(String key) {
        Optional<D> known = touched.get(key);
        if (known == null) {
            known = recent.get(key);
        }
        return known == null
                ? views.get(view(), key).map(bytes -> codec.decode(bytes, projection.documentType()))
                : known;
    }

    private void encode() {
        changed = new TreeMap<>();
        gone = new ArrayList<>();
        touched.forEach((key, document) ->
                document.ifPresentOrElse(d -> changed.put(key, codec.encode(d)), () -> gone.add(key)));
        recent.putAll(touched);
        touched.clear();
    }

    /** Stores what the events that were taken in last made of the documents. */
    void store() {
        views.putAll(view(), changed);
        gone.forEach(key -> views.remove(view(), key));
        stored = next;
    }
}
