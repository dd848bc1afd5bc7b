package org.incidentledger.embedded;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.incidentledger.core.vocabulary.TimeOrderedId;

/** Makes ids in the order of time that nobody else makes. Safe for use by many threads. */
final class TimeOrderedIds {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    UUID next() {
        byte[] bytes = new byte[TimeOrderedId.RANDOM_BYTES];
        random.nextBytes(bytes);
        return TimeOrderedId.of(clock.instant(), bytes);
    }
}
