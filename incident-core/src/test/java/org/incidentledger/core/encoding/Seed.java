package org.incidentledger.core.encoding;

/** The seed of a test that uses chance: printed, and replayed with {@code -Dencoding.seed=…}. */
final class Seed {
    private Seed() {}

    static long announced(String test) {
        long seed = Long.getLong("encoding.seed", System.nanoTime());
        System.out.printf("%s: replay with -Dencoding.seed=%s%n", test, seed);
        return seed;
    }
}
