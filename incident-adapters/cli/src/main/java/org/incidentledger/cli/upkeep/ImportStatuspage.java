package org.incidentledger.cli.upkeep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.FilePath;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Progress;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.intake.statuspage.MirrorReport;
import org.incidentledger.intake.statuspage.StatuspageDocument;
import org.incidentledger.intake.statuspage.StatuspageMirror;
import org.incidentledger.intake.statuspage.StatuspageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "statuspage",
        description = {
            "Mirror a status page from documents of the Statuspage API v2. Appends only what is new; a text that changed",
            "since the last import becomes a correction that shows both. The same file again appends nothing, and an",
            "import that was cut off is finished by the next."
        },
        footer = {
            "  incident import statuspage incidents.json scheduled-maintenances.json",
            "  incident import statuspage incidents-page-1.json incidents-page-2.json --actor service/mirror --json"
        })
final class ImportStatuspage extends CliCommand {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Documents of one page, together one snapshot of it.")
    List<String> files = List.of();

    @Override
    protected int run(Invocation invocation) {
        ActorRef actor = invocation.actor();
        StatuspageDocument document = new StatuspageReader()
                .read(files.stream().map(file -> FilePath.of(file, invocation)).toList());
        try (IncidentLedger ledger = invocation.openOrMakeLive();
                Progress progress = new Progress(invocation, "import")) {
            MirrorReport report =
                    new StatuspageMirror(ledger, actor, invocation.options()).mirror(document, progress::at);
            invocation.answers().print(() -> text(report), () -> json(report));
        }
        return ExitCode.DONE;
    }

    private static String text(MirrorReport report) {
        return "Appended %,d entries: %,d incidents, %,d maintenances, %,d updates, %,d corrections (position %d).\n"
                        .formatted(
                                report.appended(),
                                report.incidents(),
                                report.maintenances(),
                                report.updates(),
                                report.corrections(),
                                report.position())
                + left(report);
    }

    private static String left(MirrorReport report) {
        return report.missing() + report.dismissed() == 0
                ? ""
                : "Left as they are: %,d updates that the source tells no more, %,d incidents that were dismissed here.\n"
                        .formatted(report.missing(), report.dismissed());
    }

    private static ObjectNode json(MirrorReport report) {
        ObjectNode object = Answers.object()
                .put("incidents", report.incidents())
                .put("maintenances", report.maintenances())
                .put("updates", report.updates())
                .put("corrections", report.corrections())
                .put("appended", report.appended())
                .put("missing", report.missing())
                .put("dismissed", report.dismissed())
                .put("position", report.position());
        object.putObject("seen")
                .put("incidents", report.seen().incidents())
                .put("maintenances", report.seen().maintenances())
                .put("updates", report.seen().updates());
        return object;
    }
}
