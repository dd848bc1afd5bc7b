package org.incidentledger.embedded;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes ids that begin with their time (version 7 of RFC 9562). What is appended at about the same time then lies on the same pages of
 * the database's index; with random ids every append reads and writes a page of its own. Safe for use by many threads.
 */
final class TimeOrderedIds {
    private static final int TIME_SHIFT = 16;
    private static final long VERSION = 0x7000L;
    private static final long VERSION_RANDOM = 0x0FFFL;
    private static final long VARIANT = 1L << 63;
    private static final long VARIANT_RANDOM = (1L << 62) - 1;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    /** An id that nobody else makes: 74 of its bits are random. */
    UUID next() {
        long high = (clock.millis() << TIME_SHIFT) | VERSION | (random.nextLong() & VERSION_RANDOM);
        long low = VARIANT | (random.nextLong() & VARIANT_RANDOM);
        return new UUID(high, low);
    }
}
