package org.incidentledger.cli.privacy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.SubjectReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "subject",
        description = "Show everything that is held about a subject, with the positions at which it is committed.",
        footer = {
            "  incident subject client/4711 --reason 'request of 2026-11-20'",
            "  incident --json subject client/4711 --reason 'request of 2026-11-20' > subject.json"
        })
final class SubjectAccess extends CliCommand {
    @Parameters(paramLabel = "REF", description = "Whom it is about, such as client/4711.")
    String subject = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; recorded.")
    String reason = "";

    @Override
    protected int run(Invocation invocation) {
        ActorRef about = new ActorRef(subject);
        try (IncidentLedger ledger = invocation.openExisting()) {
            SubjectReport report = ledger.as(invocation.actor()).vault().about(about, reason);
            Refusal refusal = report.refusal();
            if (refusal != null) {
                throw Failure.refused(refusal);
            }
            invocation.answers().print(() -> text(report), () -> json(report));
        }
        return ExitCode.DONE;
    }

    private static String text(SubjectReport report) {
        StringBuilder text = new StringBuilder();
        for (SubjectReport.Held held : report.values()) {
            text.append(
                    "position %d, %s, %s: %s%n".formatted(held.position(), held.stream(), held.type(), shown(held)));
        }
        text.append("%d sealed values; named in %d entries%n"
                .formatted(report.values().size(), report.mentions().size()));
        return text.toString();
    }

    private static String shown(SubjectReport.Held held) {
        PlainValue open = held.open();
        return open == null ? state(held) : Printable.line(open.text());
    }

    private static String state(SubjectReport.Held held) {
        if (held.erasedAt() != null) {
            return "erased";
        }
        return held.open() == null ? "sealed" : "open";
    }

    private static ObjectNode json(SubjectReport report) {
        ObjectNode object = Answers.object().put("subject", report.subject().value());
        ArrayNode values = object.putArray("values");
        for (SubjectReport.Held held : report.values()) {
            ObjectNode value = values.addObject()
                    .put("id", held.id().toString())
                    .put("position", held.position())
                    .put("stream", held.stream())
                    .put("type", held.type())
                    .put("state", state(held));
            PlainValue open = held.open();
            if (open != null) {
                value.put("text", open.text());
            }
            if (held.erasedAt() != null) {
                value.put("erasedAt", held.erasedAt());
            }
        }
        ArrayNode mentions = object.putArray("mentions");
        for (SubjectReport.Mention mention : report.mentions()) {
            mentions.addObject()
                    .put("position", mention.position())
                    .put("stream", mention.stream())
                    .put("type", mention.type());
        }
        return object;
    }
}
