package org.incidentledger.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.MomentOptions;
import org.incidentledger.cli.invocation.TextTable;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.projections.measures.IncidentMeasures;
import org.incidentledger.projections.measures.Measure;
import org.incidentledger.projections.measures.MeasuresProjection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "measures",
        description = {
            "Show how long each incident took: from its start to the report (detect), and from the report to the first",
            "acknowledgement, the first containment, the last resolution and the first public notice."
        },
        footer = {
            "  incident measures",
            "  incident measures --incident 2026-11-22-7f3k9q --json",
            "  incident measures --drills"
        })
final class Measures extends CliCommand {
    @Option(names = "--incident", paramLabel = "ID", description = "Only this incident.")
    @Nullable
    String incident;

    @Option(names = "--drills", description = "Drills instead of real incidents.")
    boolean drills;

    @Mixin
    MomentOptions moment = new MomentOptions();

    @Override
    protected int run(Invocation invocation) {
        StreamOptions stream = new StreamOptions();
        stream.incident = incident;
        try (IncidentLedger ledger = invocation.openExisting()) {
            stream.requireKnown(ledger);
            try (Stream<IncidentMeasures> all = moment.views(invocation, ledger)
                    .of(new MeasuresProjection())
                    .all()) {
                List<IncidentMeasures> wanted = all.filter(this::isWanted)
                        .sorted(Comparator.comparing(IncidentMeasures::reported))
                        .toList();
                invocation.answers().print(() -> text(wanted, invocation), () -> json(wanted));
            }
        }
        return ExitCode.DONE;
    }

    private boolean isWanted(IncidentMeasures measures) {
        return incident == null ? measures.exercise() == drills : incident.equals(measures.incident());
    }

    private static String text(List<IncidentMeasures> all, Invocation invocation) {
        TextTable table = new TextTable(
                "INCIDENT", "SEVERITY", "REPORTED", "DETECT", "ACKNOWLEDGE", "CONTAIN", "RESOLVE", "PUBLIC NOTICE");
        for (IncidentMeasures measures : all) {
            table.row(
                    measures.incident() + (measures.exercise() ? " (drill)" : ""),
                    Words.of(measures.severity()),
                    invocation.times().print(measures.reported()),
                    text(measures.duration(Measure.DETECT)),
                    text(measures.duration(Measure.ACKNOWLEDGE)),
                    text(measures.duration(Measure.CONTAIN)),
                    text(measures.duration(Measure.RESOLVE)),
                    text(measures.duration(Measure.FIRST_PUBLIC_NOTICE)));
        }
        return all.isEmpty() ? "There is no incident.\n" : table.toString();
    }

    /** Such as {@code 2d 3h 4m}, {@code 4m 5s} or {@code -5s}. */
    static String text(@Nullable Duration duration) {
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

    private static ObjectNode json(List<IncidentMeasures> all) {
        ObjectNode object = Answers.object();
        ArrayNode list = object.putArray("incidents");
        for (IncidentMeasures measures : all) {
            ObjectNode item = list.addObject()
                    .put("incident", measures.incident())
                    .put("exercise", measures.exercise())
                    .put("kind", Words.of(measures.kind()))
                    .put("severity", Words.of(measures.severity()))
                    .put("highestSeverity", Words.of(measures.highestSeverity()))
                    .put("reportedAt", measures.reported().toString());
            ObjectNode seconds = item.putObject("seconds");
            for (Measure measure : Measure.values()) {
                Duration duration = measures.duration(measure);
                seconds.put(Words.of(measure), duration == null ? null : Long.valueOf(duration.toSeconds()));
            }
        }
        return object;
    }
}
