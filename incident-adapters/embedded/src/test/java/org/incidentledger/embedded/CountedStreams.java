package org.incidentledger.embedded;

import java.util.List;
import java.util.function.Predicate;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.projections.replay.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A view that counts the events of each stream.
 *
 * @param unfoldable the events on which it chokes
 */
record CountedStreams(Predicate<RecordedEvent> unfoldable) implements Projection<CountedStreams.Count> {
    record Count(String stream, int events) {}

    @Override
    public String name() {
        return "counts";
    }

    @Override
    public Class<Count> documentType() {
        return Count.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return List.of(event.stream().toString());
    }

    @Override
    public Count apply(String key, @Nullable Count before, RecordedEvent event) {
        if (unfoldable.test(event)) {
            throw new IllegalStateException("cannot fold " + event.position());
        }
        return new Count(key, before == null ? 1 : before.events() + 1);
    }
}
