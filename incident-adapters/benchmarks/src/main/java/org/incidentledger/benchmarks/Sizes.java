package org.incidentledger.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param sample how long one sample of appending takes
 * @param rounds samples of each contestant, taken in turns
 * @param callers the numbers of threads that send commands
 * @param entries of the ledger that is read, folded and opened
 * @param longIncident events of the incident that is loaded as a whole
 * @param others incidents that are used between two loads of the long one, so that it is not in memory any more
 * @param audited changes that Envers keeps for the full read; it takes long to write them
 */
record Sizes(
        Duration sample, int rounds, List<Integer> callers, long entries, int longIncident, int others, long audited) {
    private static final List<Integer> CALLERS = List.of(1, 8, 64, 256);
    private static final int LONG_INCIDENT = 1_000;

    /** More than the ledger keeps in memory. */
    private static final int OTHERS = 1_100;

    Sizes {
        callers = List.copyOf(callers);
    }

    /** @throws IllegalArgumentException when it is less than one */
    Sizes withRounds(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("%d rounds give no figure; take 1 or more".formatted(count));
        }
        return new Sizes(sample, count, callers, entries, longIncident, others, audited);
    }

    /** Shows that everything works. */
    static Sizes tiny() {
        return new Sizes(Duration.ofMillis(20), 1, List.of(1, 2), 40, 8, 3, 20);
    }

    /** Some minutes; the ratios are about right. */
    static Sizes quick() {
        return new Sizes(Duration.ofMillis(700), 3, List.of(1, 64), 30_000, LONG_INCIDENT, OTHERS, 5_000);
    }

    /** More than an hour; half an hour with three rounds. */
    static Sizes standard() {
        return new Sizes(Duration.ofSeconds(2), 7, CALLERS, 200_000, LONG_INCIDENT, OTHERS, 20_000);
    }

    /** The same with a ledger of a million entries. */
    static Sizes million() {
        return new Sizes(Duration.ofSeconds(2), 7, CALLERS, 1_000_000, LONG_INCIDENT, OTHERS, 20_000);
    }
}
