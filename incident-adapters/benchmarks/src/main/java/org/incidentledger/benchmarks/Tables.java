package org.incidentledger.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as tables of Markdown. */
final class Tables {
    private final Report report;

    Tables(Report report) {
        this.report = report;
    }

    String machine() {
        String lines = report.machine().lines().stream()
                .map(line -> "| %s | %s |\n".formatted(line.what(), line.is()))
                .collect(Collectors.joining());
        return "| | |\n|---|---|\n| day | %s |\n".formatted(report.machine().day()) + lines + sizes();
    }

    String goals() {
        return "| on | what | wanted | reached | |\n|---|---|---|---|---|\n"
                + report.goals().stream().map(Tables::goal).collect(Collectors.joining());
    }

    /** One table for each database: a line for each contestant, a column for each number of callers. */
    String append() {
        return sites().map(this::append).collect(Collectors.joining("\n"));
    }

    String others() {
        return "| on | work | by | median | least to most |\n|---|---|---|---|---|\n"
                + report.measurements().stream()
                        .filter(m -> !m.workload().equals(Appending.WORKLOAD))
                        .map(this::other)
                        .collect(Collectors.joining());
    }

    private String sizes() {
        Sizes sizes = report.sizes();
        return String.format(
                Locale.ROOT,
                """
                | samples | %d of each, %d where sealed values are compared, appending for %.1f s each, in turns after one to warm up |
                | ledger | %,d entries, the long incident has %,d events |
                """,
                sizes.rounds(),
                sizes.rounds() * Results.CLOSELY,
                sizes.sample().toMillis() / 1e3,
                sizes.entries(),
                sizes.longIncident());
    }

    private static String goal(Goal goal) {
        Double reached = goal.reached();
        String figure = reached == null ? "not measured" : String.format(Locale.ROOT, "%.2f", reached);
        String verdict = goal.met() == null ? "" : goal.met() ? "met" : "**missed**";
        return "| %s | %s | %s | %s | %s |\n".formatted(goal.site(), goal.what(), goal.bound(), figure, verdict);
    }

    private String append(String site) {
        List<Measurement> all = report.measurements().stream()
                .filter(m -> m.workload().equals(Appending.WORKLOAD) && m.site().equals(site))
                .toList();
        List<Integer> callers =
                all.stream().map(Measurement::callers).distinct().sorted().toList();
        String head = callers.stream().map(count -> " " + callers(count) + " |").collect(Collectors.joining());
        String lines = all.stream()
                .map(Measurement::contestant)
                .distinct()
                .map(contestant -> line(all, callers, contestant))
                .collect(Collectors.joining());
        return "| %s, commands/s |%s\n|---|%s\n%s".formatted(site, head, "---|".repeat(callers.size()), lines);
    }

    private static String line(List<Measurement> all, List<Integer> callers, String contestant) {
        return "| %s |".formatted(contestant)
                + callers.stream()
                        .map(count -> cell(all.stream()
                                .filter(m ->
                                        m.callers() == count && m.contestant().equals(contestant))
                                .findFirst()))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String cell(Optional<Measurement> measured) {
        return measured.map(
                        m -> String.format(Locale.ROOT, " %,.0f (%,.0f to %,.0f) |", m.median(), m.least(), m.most()))
                .orElse(" |");
    }

    private String other(Measurement m) {
        return "| %s | %s | %s | %s %s | %s to %s |\n"
                .formatted(
                        m.site(),
                        work(m),
                        m.contestant(),
                        figure(m.median()),
                        m.unit(),
                        figure(m.least()),
                        figure(m.most()));
    }

    /** With the number of callers, where there are rows for several. */
    private String work(Measurement m) {
        boolean isOneOfSeveral = report.measurements().stream()
                .anyMatch(other -> other.workload().equals(m.workload()) && other.callers() != m.callers());
        return isOneOfSeveral ? m.workload() + ", " + callers(m.callers()) : m.workload();
    }

    private static String callers(int count) {
        return count == 1 ? "1 caller" : count + " callers";
    }

    private static String figure(double value) {
        return value < 100 ? String.format(Locale.ROOT, "%.2f", value) : String.format(Locale.ROOT, "%,.0f", value);
    }

    private Stream<String> sites() {
        return report.measurements().stream().map(Measurement::site).distinct().sorted(Comparator.naturalOrder());
    }
}
