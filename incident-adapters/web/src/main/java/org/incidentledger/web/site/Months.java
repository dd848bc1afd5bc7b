package org.incidentledger.web.site;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.incidentledger.projections.timeline.StoryType;
import org.jspecify.annotations.Nullable;

/** Every public story by the UTC month in which it began, newest first. Immutable: a change gives the next, and copies one month. */
public final class Months {
    private static final Comparator<StoryLine> NEWEST_FIRST = Comparator.comparing(StoryLine::began)
            .thenComparingLong(StoryLine::lastPosition)
            .thenComparing(StoryLine::stream)
            .reversed();

    /** No page lists more. */
    private static final int MAINTENANCE_MAX = 200;

    private final NavigableMap<YearMonth, List<StoryLine>> byMonth;
    private final List<StoryLine> maintenance;
    private final int count;

    private Months(NavigableMap<YearMonth, List<StoryLine>> byMonth, List<StoryLine> maintenance) {
        this.byMonth = byMonth;
        this.maintenance = maintenance;
        this.count = byMonth.values().stream().mapToInt(List::size).sum();
    }

    static Months of(Stream<StoryLine> lines) {
        NavigableMap<YearMonth, List<StoryLine>> byMonth = new TreeMap<>(Comparator.reverseOrder());
        lines.forEach(line ->
                byMonth.computeIfAbsent(month(line), any -> new ArrayList<>()).add(line));
        byMonth.replaceAll((month, unsorted) -> sorted(unsorted));
        return new Months(byMonth, maintenance(byMonth));
    }

    /** The same with one line in the place of another. */
    Months with(@Nullable StoryLine before, @Nullable StoryLine after) {
        NavigableMap<YearMonth, List<StoryLine>> next = new TreeMap<>(byMonth);
        if (before != null) {
            List<StoryLine> left = new ArrayList<>(next.getOrDefault(month(before), List.of()));
            left.removeIf(line -> line.stream().equals(before.stream()));
            put(next, month(before), left);
        }
        if (after != null) {
            List<StoryLine> more = new ArrayList<>(next.getOrDefault(month(after), List.of()));
            more.add(after);
            put(next, month(after), more);
        }
        boolean concerned = isMaintenance(before) || isMaintenance(after);
        return new Months(next, concerned ? maintenance(next) : maintenance);
    }

    private static boolean isMaintenance(@Nullable StoryLine line) {
        return line != null && line.what() == StoryType.MAINTENANCE;
    }

    private static List<StoryLine> maintenance(NavigableMap<YearMonth, List<StoryLine>> byMonth) {
        return byMonth.values().stream()
                .flatMap(List::stream)
                .filter(Months::isMaintenance)
                .limit(MAINTENANCE_MAX)
                .toList();
    }

    private static void put(NavigableMap<YearMonth, List<StoryLine>> months, YearMonth month, List<StoryLine> lines) {
        if (lines.isEmpty()) {
            months.remove(month);
        } else {
            months.put(month, sorted(lines));
        }
    }

    /** The months in which a story began, newest first. */
    public List<YearMonth> all() {
        return List.copyOf(byMonth.keySet());
    }

    /** The stories that began in a month, newest first. */
    public List<StoryLine> in(YearMonth month) {
        return byMonth.getOrDefault(month, List.of());
    }

    /**
     * The position of the last event that had a say in a story of a month; -1 when it has none. It changes, or their number does,
     * whenever one of them changed, came or went.
     */
    public long lastChange(YearMonth month) {
        return in(month).stream().mapToLong(StoryLine::lastPosition).max().orElse(-1);
    }

    /** The nearest earlier month in which a story began. */
    public Optional<YearMonth> before(YearMonth month) {
        return Optional.ofNullable(byMonth.higherKey(month));
    }

    /** The nearest later month in which a story began. */
    public Optional<YearMonth> after(YearMonth month) {
        return Optional.ofNullable(byMonth.lowerKey(month));
    }

    /** Every story, newest first; only as many months are looked at as are read. */
    public Stream<StoryLine> newestFirst() {
        return byMonth.values().stream().flatMap(List::stream);
    }

    /** The newest maintenance, at most 200. */
    public Stream<StoryLine> newestMaintenance(int max) {
        return maintenance.stream().limit(max);
    }

    /** How many stories there are. */
    public int count() {
        return count;
    }

    private static List<StoryLine> sorted(List<StoryLine> lines) {
        return Collections.unmodifiableList(lines.stream().sorted(NEWEST_FIRST).toList());
    }

    private static YearMonth month(StoryLine line) {
        return YearMonth.from(line.began().atOffset(ZoneOffset.UTC));
    }
}
