package org.incidentledger.benchmarks;

import java.sql.SQLException;

/**
 * One who takes part in a case.
 *
 * @param attempt is made once for each sample
 */
record Entrant(String contestant, Attempt attempt) {
    /** Does the work of one sample. */
    @FunctionalInterface
    interface Attempt {
        /** How many times in a second the work was done. */
        double perSecond() throws SQLException;
    }

    /** One who does so much work, timed as a whole. */
    static Entrant timed(String contestant, Work work) {
        return new Entrant(contestant, () -> {
            long start = System.nanoTime();
            long done = work.run();
            return done * 1e9 / (System.nanoTime() - start);
        });
    }

    /** Work that says how much it was. */
    @FunctionalInterface
    interface Work {
        long run() throws SQLException;
    }
}
