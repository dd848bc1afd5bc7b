package org.incidentledger.web.site;

import static java.util.stream.Collectors.toSet;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /**
     * One line in the place of another.
     *
     * @param before {@code null} when there was none
     * @param after {@code null} when there is none any more
     */
    record Change(@Nullable StoryLine before, @Nullable StoryLine after) {}

    /** The same with lines in the place of others, each stream at most once: each month that they concern is sorted once. */
    Months with(Collection<Change> changes) {
        List<StoryLine> gone =
                changes.stream().map(Change::before).filter(Objects::nonNull).toList();
        List<StoryLine> come =
                changes.stream().map(Change::after).filter(Objects::nonNull).toList();
        Set<String> streams = Stream.concat(gone.stream(), come.stream())
                .map(StoryLine::stream)
                .collect(toSet());
        Set<YearMonth> concerned =
                Stream.concat(gone.stream(), come.stream()).map(Months::month).collect(toSet());
        NavigableMap<YearMonth, List<StoryLine>> next = new TreeMap<>(byMonth);
        for (YearMonth month : concerned) {
            List<StoryLine> lines = new ArrayList<>(in(month));
            lines.removeIf(line -> streams.contains(line.stream()));
            come.stream().filter(line -> month(line).equals(month)).forEach(lines::add);
            put(next, month, lines);
        }
        boolean planned = Stream.concat(gone.stream(), come.stream()).anyMatch(Months::isMaintenance);
        return new Months(next, planned ? maintenance(next) : maintenance);
    }

    private static boolean isMaintenance(StoryLine line) {
        return line.what() == StoryType.MAINTENANCE;
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
