package org.incidentledger.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes samples, all contestants of a case in turns, and keeps what came of it. */
final class Results {
    /** So many times as many samples. */
    static final int CLOSELY = 6;

    private final PrintStream progress;
    private final int rounds;
    private final List<Measurement> measurements = new ArrayList<>();

    Results(PrintStream progress, int rounds) {
        this.progress = progress;
        this.rounds = rounds;
    }

    /** Lets everybody warm up once, then takes the samples; each round begins with another contestant. */
    void take(Case about, List<Entrant> entrants) throws SQLException {
        take(about, entrants, rounds);
    }

    /** The same with more samples, for contestants that differ by less than the machine does from one moment to the next. */
    void takeClosely(Case about, List<Entrant> entrants) throws SQLException {
        take(about, entrants, rounds * CLOSELY);
    }

    private void take(Case about, List<Entrant> entrants, int count) throws SQLException {
        List<List<Double>> samples = new ArrayList<>();
        for (Entrant entrant : entrants) {
            sample(entrant);
            samples.add(new ArrayList<>());
        }
        for (int round = 0; round < count; round++) {
            for (int i = 0; i < entrants.size(); i++) {
                int turn = (round + i) % entrants.size();
                samples.get(turn).add(sample(entrants.get(turn)));
            }
        }
        for (int i = 0; i < entrants.size(); i++) {
            keep(about, entrants.get(i).contestant(), samples.get(i));
        }
    }

    /** Keeps one measurement that was not taken in turns. */
    void keep(Case about, String contestant, List<Double> samples) {
        Measurement measurement =
                new Measurement(about.site(), about.workload(), about.callers(), contestant, about.unit(), samples);
        measurements.add(measurement);
        progress.printf(
                Locale.ROOT,
                "%-10s %-28s %3d  %-28s %,12.1f %s (%,.1f to %,.1f)%n",
                about.site(),
                about.workload(),
                about.callers(),
                contestant,
                measurement.median(),
                about.unit(),
                measurement.least(),
                measurement.most());
    }

    void say(String line) {
        progress.println(line);
    }

    List<Measurement> all() {
        return List.copyOf(measurements);
    }

    Optional<Measurement> find(String site, String workload, int callers, String contestant) {
        return measurements.stream()
                .filter(m -> m.site().equals(site)
                        && m.workload().equals(workload)
                        && m.callers() == callers
                        && m.contestant().equals(contestant))
                .findFirst();
    }

    private static double sample(Entrant entrant) throws SQLException {
        // What the one before left behind is not collected on the account of the next.
        ManagementFactory.getMemoryMXBean().gc();
        return entrant.attempt().perSecond();
    }

    /** One line of the tables, for every contestant. */
    record Case(String site, String workload, int callers, String unit) {}
}
