package org.incidentledger.cli.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.MomentOptions;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.projections.measures.IncidentMeasures;
import org.incidentledger.projections.measures.MeasuresProjection;
import org.incidentledger.projections.measures.MeasuresQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "measures",
        description = {
            "Show how long each incident took: from its start to the report (detect), and from the report to the first",
            "acknowledgement, the first containment, the last resolution and the first public notice; and for all of them the",
            "median and what nine of ten did not exceed. Rejected reports and merged incidents are left out: their times say",
            "nothing. The last column says whether a post-mortem is owed: not-owed, not-due, due, overdue or settled."
        },
        footer = {
            "  incident measures",
            "  incident measures --incident 2026-11-22-7f3k9q --json",
            "  incident measures --kind data-breach --highest-severity critical",
            "  incident measures --drills"
        })
final class Measures extends CliCommand {
    @Option(names = "--incident", paramLabel = "ID", description = "Only this incident.")
    @Nullable
    String incident;

    @Option(names = "--drills", description = "Drills instead of real incidents.")
    boolean drills;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only incidents of this kind.")
    @Nullable
    IncidentKind kind;

    @Option(
            names = "--highest-severity",
            paramLabel = "SEVERITY",
            description = "Only incidents that were that grave at their worst.")
    @Nullable
    Severity highestSeverity;

    @Mixin
    MomentOptions moment = new MomentOptions();

    @Override
    protected int run(Invocation invocation) {
        StreamOptions stream = new StreamOptions();
        stream.incident = incident;
        try (IncidentLedger ledger = invocation.openExisting()) {
            stream.requireKnown(ledger);
            Instant at = moment.instant(invocation, ledger);
            try (Stream<IncidentMeasures> all = moment.internalViews(invocation, ledger)
                    .of(new MeasuresProjection())
                    .all()) {
                List<IncidentMeasures> wanted = all.filter(this::isWanted)
                        .sorted(Comparator.comparing(IncidentMeasures::reported))
                        .toList();
                MeasuresAnswer answer = new MeasuresAnswer(
                        wanted, incident == null, at, invocation.options().policy());
                invocation.answers().print(() -> answer.text(invocation.times()), answer::json);
            }
        }
        return ExitCode.DONE;
    }

    private boolean isWanted(IncidentMeasures measures) {
        return incident == null
                ? new MeasuresQuery(drills, kind, highestSeverity).test(measures)
                : incident.equals(measures.incident());
    }
}
