package org.incidentledger.sealing;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Random bytes, drawn many at once: asking for few costs nearly as much as asking for many, and all threads wait for each other meanwhile.
 * Bytes that were taken are wiped here. Safe for use by many threads.
 */
final class RandomStock {
    private static final int BYTES = 1024;

    /** Enough that threads seldom meet at one. */
    private static final int SHELVES = 16;

    private final Shelf[] shelves = new Shelf[SHELVES];

    RandomStock(SecureRandom source) {
        Arrays.setAll(shelves, i -> new Shelf(source));
    }

    /**
     * Bytes that nobody else gets.
     *
     * @throws IllegalArgumentException when more than {@value #BYTES} are asked for
     */
    byte[] take(int count) {
        if (count > BYTES) {
            throw new IllegalArgumentException(
                    "%d random bytes were asked for at once; at most %d are given".formatted(count, BYTES));
        }
        return shelves[(int) (Thread.currentThread().threadId() % SHELVES)].take(count);
    }

    private static final class Shelf {
        private final SecureRandom source;
        private final byte[] stock = new byte[BYTES];
        private int taken = BYTES;

        Shelf(SecureRandom source) {
            this.source = source;
        }

        synchronized byte[] take(int count) {
            if (taken + count > BYTES) {
                source.nextBytes(stock);
                taken = 0;
            }
            byte[] bytes = Arrays.copyOfRange(stock, taken, taken + count);
            Arrays.fill(stock, taken, taken + count, (byte) 0);
            taken += count;
            return bytes;
        }
    }
}
