package org.incidentledger.core.tlog;

import java.util.Random;

/** Random choices that can be repeated: the seed is printed, and {@code -Dincidentledger.seed=N} replays it. */
final class Seeded {

    private static final String PROPERTY = "incidentledger.seed";

    private Seeded() {}

    static Random random(String test) {
        long seed = Long.getLong(PROPERTY, System.nanoTime());
        System.out.printf("%s: seed %d, replay with -D%s=%d%n", test, seed, PROPERTY, seed);
        return new Random(seed);
    }

    static Hash hash(Random random) {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }
}
