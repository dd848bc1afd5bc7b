package org.incidentledger.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.InstantText;
import org.incidentledger.cli.invocation.TextTable;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.measures.IncidentMeasures;
import org.incidentledger.projections.measures.Measure;
import org.incidentledger.projections.measures.MeasureSummary;
import org.incidentledger.projections.measures.PostMortemDuty;
import org.jspecify.annotations.Nullable;

/**
 * The measures of some incidents, for people and for machines.
 *
 * @param summed whether they are summed up too
 * @param at the instant at which post-mortems are due or overdue
 */
record MeasuresAnswer(List<IncidentMeasures> incidents, boolean summed, Instant at, IncidentPolicy policy) {

    String text(InstantText times) {
        if (incidents.isEmpty()) {
            return "There is no such incident.\n";
        }
        TextTable table = new TextTable(
                "INCIDENT",
                "SEVERITY",
                "REPORTED",
                "DETECT",
                "ACKNOWLEDGE",
                "CONTAIN",
                "RESOLVE",
                "PUBLIC NOTICE",
                "POST-MORTEM");
        for (IncidentMeasures measures : incidents) {
            table.row(
                    measures.incident() + (measures.exercise() ? " (drill)" : ""),
                    Words.of(measures.severity()),
                    times.print(measures.reported()),
                    text(measures.duration(Measure.DETECT)),
                    text(measures.duration(Measure.ACKNOWLEDGE)),
                    text(measures.duration(Measure.CONTAIN)),
                    text(measures.duration(Measure.RESOLVE)),
                    text(measures.duration(Measure.FIRST_PUBLIC_NOTICE)),
                    duty(measures));
        }
        return summed ? table + "\n" + summaryText() : table.toString();
    }

    ObjectNode json() {
        ObjectNode object = Answers.object();
        ArrayNode list = object.putArray("incidents");
        incidents.forEach(measures -> json(measures, list.addObject()));
        if (summed) {
            ArrayNode summary = object.putArray("summary");
            summary()
                    .forEach(measure -> summary.addObject()
                            .put("measure", Words.of(measure.measure()))
                            .put("incidents", measure.count())
                            .put("medianSeconds", measure.medianSeconds())
                            .put("percentile90Seconds", measure.percentile90Seconds()));
        }
        return object;
    }

    private void json(IncidentMeasures measures, ObjectNode item) {
        item.put("incident", measures.incident())
                .put("exercise", measures.exercise())
                .put("kind", Words.of(measures.kind()))
                .put("severity", Words.of(measures.severity()))
                .put("highestSeverity", Words.of(measures.highestSeverity()))
                .put("reportedAt", measures.reported().toString())
                .put("postMortem", duty(measures));
        ObjectNode seconds = item.putObject("seconds");
        for (Measure measure : Measure.values()) {
            Duration duration = measures.duration(measure);
            seconds.put(Words.of(measure), duration == null ? null : Long.valueOf(duration.toSeconds()));
        }
    }

    private String summaryText() {
        TextTable table = new TextTable("MEASURE", "INCIDENTS", "MEDIAN", "NINE OF TEN WITHIN");
        summary()
                .forEach(measure -> table.row(
                        Words.of(measure.measure()),
                        Long.toString(measure.count()),
                        text(duration(measure.medianSeconds())),
                        text(duration(measure.percentile90Seconds()))));
        return table.toString();
    }

    private List<MeasureSummary> summary() {
        return MeasureSummary.of(incidents.stream(), every -> true);
    }

    private String duty(IncidentMeasures measures) {
        return Words.of(PostMortemDuty.at(at, measures, policy));
    }

    private static @Nullable Duration duration(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** Such as {@code 2d 3h 4m}, {@code 4m 5s} or {@code -5s}. */
    private static String text(@Nullable Duration duration) {
        if (duration == null) {
            return "-";
        }
        Duration length = duration.abs();
        String sign = duration.isNegative() ? "-" : "";
        if (length.toHours() > 0) {
            String days = length.toDays() > 0 ? length.toDays() + "d " : "";
            return sign + days + length.toHoursPart() + "h " + length.toMinutesPart() + "m";
        }
        String minutes = length.toMinutes() > 0 ? length.toMinutes() + "m " : "";
        return sign + minutes + length.toSecondsPart() + "s";
    }
}
