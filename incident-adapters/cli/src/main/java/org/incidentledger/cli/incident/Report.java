package org.incidentledger.cli.incident;

import java.time.Instant;
import java.util.List;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.KnownComponents;
import org.incidentledger.cli.invocation.ShortIds;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand.ReportIncident;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Sealing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = "Report an incident and print its id. Makes the ledger when there is none.",
        footer = {
            "  incident report --title 'Unknown login on node-7' --kind security-event --severity major",
            "  incident report --title 'Mail is slow' --kind performance --severity minor \\",
            "      --component mail=degraded-performance --started-at 2026-05-01T09:40:00Z",
            "  incident report --title 'Phishing' --kind security-event --severity minor --source client \\",
            "      --reporter-subject client/4711 --reporter 'Ann Example <ann@example.org>'",
            "  incident report --title 'Drill: lost key' --kind data-breach --severity critical --exercise"
        })
final class Report extends CliCommand {
    @Option(
            names = "--title",
            required = true,
            paramLabel = "TEXT",
            description = "Up to 200 characters; public later.")
    String title = "";

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}.")
    IncidentKind kind = IncidentKind.SECURITY_EVENT;

    @Option(
            names = "--severity",
            required = true,
            paramLabel = "SEVERITY",
            description = "The impact on the public, one of: ${COMPLETION-CANDIDATES}.")
    Severity severity = Severity.NONE;

    @Option(names = "--incident", paramLabel = "ID", description = "Its id (default: the date and six letters).")
    @Nullable
    String incident;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "Who brought it to light, one of: ${COMPLETION-CANDIDATES} (default: staff).")
    ReportSource source = ReportSource.STAFF;

    @Option(names = "--supplier", paramLabel = "NAME", description = "The supplier, when the source is one.")
    @Nullable
    String supplier;

    @Option(names = "--description", paramLabel = "TEXT", description = "What was seen; internal.")
    @Nullable
    String description;

    @Option(names = "--description-file", paramLabel = "FILE", description = "The same from a file, '-' for input.")
    @Nullable
    String descriptionFile;

    @Option(names = "--started-at", paramLabel = "INSTANT", description = "When it began, if that is known.")
    @Nullable
    String startedAt;

    @Option(
            names = "--component",
            paramLabel = "ID=STATUS",
            description = "A component and the effect on it, such as mail=partial-outage; may be repeated.")
    List<String> components = List.of();

    @Option(names = "--exercise", description = "A drill: full lifecycle, never public, never sent.")
    boolean exercise;

    @Option(
            names = "--reporter",
            paramLabel = "TEXT",
            description = "Name and address of whoever reported it, sealed; '-' for standard input.")
    @Nullable
    String reporter;

    @Option(names = "--reporter-subject", paramLabel = "REF", description = "Who that is, such as client/4711.")
    @Nullable
    String reporterSubject;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Override
    protected int run(Invocation invocation) {
        write.check(invocation);
        List<ComponentImpact> impacts = Components.impacts(components);
        if ((reporter == null) != (reporterSubject == null)) {
            throw Failure.badInput("who reported it takes both: --reporter-subject REF and --reporter TEXT");
        }
        String givenReporter = BoundedText.optional("reporter", reporter, null, invocation.surroundings());
        ActorRef givenSubject = reporterSubject == null ? ActorRef.SYSTEM : new ActorRef(reporterSubject);
        ReportIncident command = command(new IncidentId(idOr(invocation)), impacts, invocation);
        try (IncidentLedger ledger = invocation.openOrMake()) {
            KnownComponents.require(
                    impacts.stream().map(ComponentImpact::component).toList(), ledger, invocation);
            CommandSender sender = write.sender(invocation, ledger);
            if (givenReporter == null) {
                return Accepted.printId(invocation, sender.send(repeatable(command, ledger)), "incident");
            }
            Sealing sealing = ledger.sealing();
            ReportIncident sealed = command.reportedBy(sealing.seal(givenSubject, givenReporter));
            return Accepted.printId(invocation, sender.with(sealing).send(repeatable(sealed, ledger)), "incident");
        }
    }

    private String idOr(Invocation invocation) {
        return incident == null ? ShortIds.dated(invocation.now(), write.commandId()) : incident;
    }

    private ReportIncident command(IncidentId id, List<ComponentImpact> impacts, Invocation invocation) {
        Instant start = startedAt == null ? null : invocation.instant("--started-at", startedAt);
        return new ReportIncident(
                id,
                title,
                kind,
                severity,
                source,
                supplier,
                BoundedText.optional("description", description, descriptionFile, invocation.surroundings()),
                start,
                impacts,
                exercise,
                null,
                null);
    }

    /** The same report sent again is about the incident that the first one began. */
    private ReportIncident repeatable(ReportIncident command, IncidentLedger ledger) {
        return incident == null
                ? write.begunBefore(ledger)
                        .map(id -> command.under(new IncidentId(id)))
                        .orElse(command)
                : command;
    }
}
