package org.incidentledger.projections.measures;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One measure over many incidents.
 *
 * @param count of how many incidents it is known
 * @param medianSeconds the value of an actual incident (nearest rank): half of them took no longer; {@code null} when none is
 *     known
 * @param percentile90Seconds likewise: nine of ten took no longer
 */
public record MeasureSummary(
        Measure measure,
        long count,
        @Nullable Long medianSeconds,
        @Nullable Long percentile90Seconds) {

    /** Every measure over the incidents that are wanted; drills or real ones, as the predicate says. */
    public static List<MeasureSummary> of(Stream<IncidentMeasures> incidents, Predicate<IncidentMeasures> wanted) {
        List<IncidentMeasures> chosen = incidents.filter(wanted).toList();
        return Stream.of(Measure.values()).map(measure -> of(measure, chosen)).toList();
    }

    private static MeasureSummary of(Measure measure, List<IncidentMeasures> incidents) {
        List<Long> seconds = incidents.stream()
                .map(incident -> incident.duration(measure))
                .filter(Objects::nonNull)
                .map(Duration::toSeconds)
                .sorted()
                .toList();
        return new MeasureSummary(measure, seconds.size(), nearestRank(seconds, 50), nearestRank(seconds, 90));
    }

    private static @Nullable Long nearestRank(List<Long> ascending, int percent) {
        if (ascending.isEmpty()) {
            return null;
        }
        int rank = Math.ceilDiv(ascending.size() * percent, 100);
        return ascending.get(rank - 1);
    }
}
