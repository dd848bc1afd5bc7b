package org.incidentledger.web.site;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.incidentledger.projections.replay.Documents;

/** Some documents of a view, by key: those that a question needs, so that the others are not read for it. */
record HeldDocuments<D>(Map<String, D> byKey) implements Documents<D> {
    @Override
    public Optional<D> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public Stream<D> all() {
        return byKey.values().stream();
    }
}
