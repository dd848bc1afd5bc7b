package org.incidentledger.projections.replay;

import java.util.List;
import org.incidentledger.core.history.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A view as a pure fold over history into documents. Folding the same events in order always gives the same documents, whether
 * one by one as they are recorded, all at once, or up to any position; a fold knows no clock, chance, input or output.
 *
 * @param <D> the document, a record that holds no floating point number and no map without an order
 */
public interface Projection<D> {
    /** The name of the view, stable because stored documents and tokens go by it. */
    String name();

    /** The type of its documents. */
    Class<D> documentType();

    /** The keys of the documents that an event concerns; each at most once, none when it concerns none. */
    List<String> keys(RecordedEvent event);

    /**
     * Whether no event before this one concerned the document, so that nobody need look for it. Saying {@code false} is always right.
     *
     * @param key one of the event's keys
     */
    default boolean begins(String key, RecordedEvent event) {
        return event.sequence() == 0 && key.equals(event.stream().toString());
    }

    /**
     * The document after one more event.
     *
     * @param key one of the event's keys
     * @param before the document before the event; {@code null} when there is none yet
     * @return {@code null} when there shall be no document under this key
     */
    @Nullable
    D apply(String key, @Nullable D before, RecordedEvent event);
}
