package org.incidentledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that the engine is meant to reach.
 *
 * @param reached absent when it was not measured in this run
 */
record Goal(
        String site,
        String what,
        String bound,
        @Nullable Double reached,
        @Nullable Boolean met) {
    private static final int MANY = 64;
    private static final double MILLION = 1e6;

    /** Every goal, on every database, as far as it was measured. */
    static List<Goal> all(Results results, List<Site> sites) {
        List<Goal> goals = new ArrayList<>();
        for (Site site : sites) {
            Ratios ratios = new Ratios(results, site.name());
            boolean h2 = site.mustBeForced();
            goals.add(ratios.append(MANY, Contestant.STOCK, h2 ? 8 : 5));
            goals.add(ratios.append(MANY, Contestant.MEMORY, h2 ? 0.4 : 0.6));
            goals.add(ratios.append(1, Contestant.STOCK, 1));
            goals.add(ratios.sealed(MANY, 0.75));
            goals.add(ratios.of(Reading.READ, Contestant.OURS, Contestant.STOCK, 3));
            goals.add(ratios.of(Reading.READ, Contestant.OURS, Reading.SCAN, 0.6));
            goals.add(ratios.of(Reading.READ, Reading.VERIFY, Reading.SCAN, 0.85));
            goals.add(ratios.seconds(Reading.REBUILD, "seconds to rebuild all views of 1,000,000 events", MILLION, 60));
            goals.add(ratios.seconds(Reading.OPEN, "seconds to open", 1, 2));
        }
        return goals;
    }

    private record Ratios(Results results, String site) {
        Goal append(int callers, String over, double least) {
            String what = "commands of %d callers, over %s".formatted(callers, over);
            return least(
                    what,
                    results.find(site, Appending.WORKLOAD, callers, Contestant.OURS)
                            .flatMap(ours -> results.find(site, Appending.WORKLOAD, callers, over)
                                    .map(ours::over))
                            .orElse(null),
                    least);
        }

        Goal sealed(int callers, double least) {
            return least(
                    "commands of %d callers with a sealed value each, over the same without".formatted(callers),
                    results.find(site, SealedAppending.WORKLOAD, callers, SealedAppending.SEALED)
                            .flatMap(with -> results.find(site, SealedAppending.WORKLOAD, callers, Contestant.OURS)
                                    .map(with::over))
                            .orElse(null),
                    least);
        }

        Goal of(String workload, String who, String over, double least) {
            return least(
                    "%s by %s, over %s".formatted(workload, who, over),
                    results.find(site, workload, 1, who)
                            .flatMap(ours ->
                                    results.find(site, workload, 1, over).map(ours::over))
                            .orElse(null),
                    least);
        }

        Goal seconds(String workload, String what, double work, double most) {
            Double seconds = results.find(site, workload, 1, Contestant.OURS)
                    .map(measured -> work / measured.median())
                    .orElse(null);
            String bound = String.format(Locale.ROOT, "< %.0f", most);
            return new Goal(site, what, bound, seconds, seconds == null ? null : seconds < most);
        }

        private Goal least(String what, @Nullable Double reached, double least) {
            String bound = String.format(Locale.ROOT, "≥ %s", least);
            return new Goal(site, what, bound, reached, reached == null ? null : reached >= least);
        }
    }
}
