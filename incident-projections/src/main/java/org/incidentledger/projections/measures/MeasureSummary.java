package org.incidentledger.projections.measures;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One measure over many incidents. Both values are those of an actual incident (nearest rank), in whole seconds, rounded down;
 * {@code null} when the measure is known of none.
 *
 * @param count of how many incidents it is known
 * @param medianSeconds half of them took no longer
 * @param percentile90Seconds nine of ten took no longer
 */
public record MeasureSummary(
        Measure measure,
        long count,
        @Nullable Long medianSeconds,
        @Nullable Long percentile90Seconds) {
    private static final int HALF_PERCENT = 50;
    private static final int NINE_OF_TEN_PERCENT = 90;

    /**
     * Every measure, in their order, over the incidents that are wanted.
     *
     * @param wanted usually a {@link MeasuresQuery}
     */
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
        return new MeasureSummary(
                measure, seconds.size(), nearestRank(seconds, HALF_PERCENT), nearestRank(seconds, NINE_OF_TEN_PERCENT));
    }

    private static @Nullable Long nearestRank(List<Long> ascending, int percent) {
        if (ascending.isEmpty()) {
            return null;
        }
        int rank = Math.toIntExact(Math.ceilDiv((long) ascending.size() * percent, 100L));
        return ascending.get(rank - 1);
    }
}
