package org.incidentledger.web.site;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the lines of public stories. Safe for use by many threads, while one keeps it up to date.
 *
 * @param byStream every line
 * @param changes the streams by the position of their last change
 * @param changedAt when the public was last told anything; 1970 when never
 */
record Stories(Map<String, StoryLine> byStream, NavigableMap<Long, String> changes, Instant changedAt) {
    Optional<StoryLine> line(String stream) {
        return Optional.ofNullable(byStream.get(stream));
    }

    /** Those that changed after a position, in the order in which they did last. */
    Stream<StoryLine> changedAfter(long position) {
        return changes.tailMap(position, false).values().stream()
                .map(byStream::get)
                .filter(Objects::nonNull);
    }
}
