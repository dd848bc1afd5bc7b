package org.incidentledger.core.vocabulary;

import java.time.Instant;
import java.util.UUID;

/**
 * Spells ids that begin with their time (version 7 of RFC 9562). What is stored at about the same time then lies on the same pages of a
 * database's index; with random ids every row reads and writes a page of its own.
 */
public final class TimeOrderedId {
    /** How many random bytes an id takes; 74 of their bits are in it. */
    public static final int RANDOM_BYTES = 10;

    private static final int TIME_SHIFT = 16;
    private static final long VERSION = 0x7000L;
    private static final long VERSION_RANDOM = 0x0FFFL;
    private static final long VARIANT = 1L << 63;
    private static final long VARIANT_RANDOM = (1L << 62) - 1;

    private TimeOrderedId() {}

    /** @param random begins with {@link #RANDOM_BYTES} bytes that are used for no other id */
    public static UUID of(Instant time, byte[] random) {
        long high = (time.toEpochMilli() << TIME_SHIFT) | VERSION | (bits(random, 0, 2) & VERSION_RANDOM);
        long low = VARIANT | (bits(random, 2, RANDOM_BYTES) & VARIANT_RANDOM);
        return new UUID(high, low);
    }

    private static long bits(byte[] bytes, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits = (bits << Byte.SIZE) | Byte.toUnsignedLong(bytes[i]);
        }
        return bits;
    }
}
