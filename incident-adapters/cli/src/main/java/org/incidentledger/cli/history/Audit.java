package org.incidentledger.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.InstantText;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.MomentOptions;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.core.ledger.RecordedRefusal;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.SealedStates;
import org.incidentledger.projections.audit.AuditLine;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.audit.AuditQuery;
import org.incidentledger.projections.audit.AuditTrail;
import org.incidentledger.projections.audit.FieldChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description = {
            "Show the audit trail: who did what, when it was said to have happened, when it was recorded,",
            "from which command, and what changed. Internal: do not publish it."
        },
        footer = {
            "  incident audit --incident 2026-11-22-7f3k9q",
            "  incident audit --by staff/dora --type incident.",
            "  incident audit --format json-lines > audit.jsonl",
            "  incident audit --refused"
        })
final class Audit extends CliCommand {
    /** How the trail is written. */
    enum Format {
        TEXT,
        JSON,
        JSON_LINES
    }

    private static final String INDENT = "    ";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES} (default: text; json with --json).")
    @Nullable
    Format format;

    @Mixin
    StreamOptions stream = new StreamOptions();

    @Option(names = "--by", paramLabel = "REF", description = "Only what this actor did, such as staff/dora.")
    @Nullable
    String by;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Only events of this type, or whose type begins so when it ends with a dot.")
    @Nullable
    String type;

    @Option(names = "--containing", paramLabel = "TEXT", description = "Only entries that mention this.")
    @Nullable
    String containing;

    @Option(names = "--details", description = "Every field of every entry, not only what changed.")
    boolean details;

    @Option(
            names = "--refused",
            description = "Instead what was refused: commands with an id of the sender's, and all that took a role.")
    boolean refused;

    @Mixin
    MomentOptions moment = new MomentOptions();

    @Override
    protected int run(Invocation invocation) {
        try (IncidentLedger ledger = invocation.openExisting()) {
            stream.requireKnown(ledger);
            if (refused) {
                RefusalLines.print(invocation, ledger, this::isMeant);
                return ExitCode.DONE;
            }
            AuditQuery wanted = new AuditQuery(stream.name(), by, type, null, null, containing);
            AuditTrail trail =
                    new AuditTrail(moment.internalViews(invocation, ledger).of(new AuditProjection()));
            try (Stream<AuditLine> lines =
                    stream.positions(ledger).map(trail::at).orElseGet(trail::all)) {
                SealedStates states =
                        new SealedStates(ledger.as(invocation.actor()).vault());
                print(invocation, lines.filter(wanted), states);
            }
        }
        return ExitCode.DONE;
    }

    private boolean isMeant(RecordedRefusal refusal) {
        String message = refusal.refusal().message();
        return (stream.name() == null || refusal.stream().toString().equals(stream.name()))
                && (by == null || message.startsWith(by + " "))
                && (containing == null || message.contains(containing));
    }

    private void print(Invocation invocation, Stream<AuditLine> lines, SealedStates states) {
        Answers answers = invocation.answers();
        Format otherwise = answers.json() ? Format.JSON : Format.TEXT;
        switch (format == null ? otherwise : format) {
            case TEXT -> text(answers, lines.map(line -> text(line, states, invocation.times())));
            case JSON -> answers.text(json(lines.map(states::in).toList()).toString());
            case JSON_LINES ->
                lines.forEach(line -> answers.text(json(states.in(line)).toString()));
        }
    }

    private static void text(Answers answers, Stream<String> texts) {
        Iterator<String> rest = texts.iterator();
        if (!rest.hasNext()) {
            answers.text("No entry fits.\n");
        }
        rest.forEachRemaining(answers::text);
    }

    /** Which values are sealed and which were erased is always said. */
    private String text(AuditLine line, SealedStates states, InstantText times) {
        String recorded = times.print(line.recordedAt());
        String occurred = times.print(line.occurredAt());
        return Printable.line("#%d  %s%s  %s  %s.%d  %s  command %s"
                        .formatted(
                                line.position(),
                                recorded,
                                recorded.equals(occurred) ? "" : ", said to be of " + occurred,
                                line.actor(),
                                line.stream(),
                                line.sequence(),
                                line.type(),
                                line.commandId()))
                + "\n"
                + Printable.block(line.summary() + (line.reason() == null ? "" : "; reason: " + line.reason()), INDENT)
                + changes(line, states.of(line));
    }

    private String changes(AuditLine line, List<SealedStates.Named> sealed) {
        Set<String> fields = sealed.stream().map(SealedStates.Named::field).collect(Collectors.toSet());
        return Stream.concat(
                        sealed.stream().map(named -> new FieldChange(named.field(), null, named.toString())),
                        line.changes().stream().filter(change -> isShown(change) && !fields.contains(change.field())))
                .map(Audit::text)
                .collect(Collectors.joining());
    }

    /** What an entry says for the first time is mostly in its summary already. */
    private boolean isShown(FieldChange change) {
        return details || change.from() != null || change.to() == null;
    }

    private static String text(FieldChange change) {
        String to = change.to() == null ? "withdrawn" : change.to();
        String said = change.from() == null ? to : "%s -> %s".formatted(change.from(), to);
        return INDENT + Printable.line("%s: %s".formatted(change.field(), said)) + "\n";
    }

    private static ObjectNode json(List<AuditLine> lines) {
        ObjectNode object = Answers.object();
        ArrayNode entries = object.putArray("entries");
        lines.forEach(line -> entries.add(json(line)));
        return object;
    }

    private static ObjectNode json(AuditLine line) {
        ObjectNode object = Answers.object()
                .put("position", line.position())
                .put("recordedAt", line.recordedAt().toString())
                .put("occurredAt", line.occurredAt().toString())
                .put("actor", line.actor())
                .put("stream", line.stream())
                .put("sequence", line.sequence())
                .put("type", line.type())
                .put("event", line.eventId())
                .put("command", line.commandId())
                .put("correlation", line.correlationId())
                .put("reason", line.reason())
                .put("summary", line.summary());
        ArrayNode changes = object.putArray("changes");
        line.changes()
                .forEach(change -> changes.addObject()
                        .put("field", change.field())
                        .put("from", change.from())
                        .put("to", change.to()));
        return object;
    }
}
