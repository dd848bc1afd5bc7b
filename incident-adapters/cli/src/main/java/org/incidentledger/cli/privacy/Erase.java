package org.incidentledger.cli.privacy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.LedgerPlace;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.subject.Holdings;
import org.incidentledger.embedded.Erasure;
import org.incidentledger.embedded.ErasurePlan;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Outcome;
import org.incidentledger.embedded.Traces;
import org.incidentledger.embedded.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "erase",
        description = {
            "Delete everything that is sealed about a subject, and the key to it, for real. The ledger records request"
                    + " and ground,",
            "every proof still holds. Afterwards the journal, the outbox and the file of the database are cleaned and"
                    + " searched.",
            "A legal hold on an incident refuses it. Sent again after an interruption, it finishes what is left."
        },
        footer = {
            "  incident erase --subject client/4711 --dry-run",
            "  incident erase --subject client/4711 --request REQ-2026-17 --ground 'GDPR Art. 17(1)(a)'"
        })
final class Erase extends CliCommand {
    @Option(names = "--subject", required = true, paramLabel = "REF", description = "Who is to be erased.")
    String subject = "";

    @Option(names = "--request", paramLabel = "REF", description = "The reference of the request for erasure.")
    String request = "";

    @Option(names = "--ground", paramLabel = "TEXT", description = "The legal ground on which it is granted.")
    String ground = "";

    @Option(names = "--dry-run", description = "List what would go, and what stands against it; change nothing.")
    boolean dryRun;

    @Mixin
    WriteOptions write = new WriteOptions();

    private record Done(ErasurePlan plan, Erasure erasure) {}

    @Override
    protected int run(Invocation invocation) throws IOException {
        write.check(invocation);
        ActorRef about = new ActorRef(subject);
        if (!dryRun && (request.isBlank() || ground.isBlank())) {
            throw Failure.badInput("say which request is granted and why: --request REF --ground TEXT, or --dry-run");
        }
        LedgerPlace place = invocation.ledger();
        Done done;
        try (IncidentLedger ledger = invocation.openExisting()) {
            Vault vault = write.sender(invocation, ledger).vault();
            ErasurePlan plan = vault.plan(about);
            if (dryRun) {
                invocation.answers().print(() -> text(plan), () -> json(plan));
                return ExitCode.DONE;
            }
            done = new Done(plan, vault.erase(about, request, ground));
        }
        if (!wasErasedBefore(done.erasure().outcome())) {
            Accepted.receipt(done.erasure().outcome());
        }
        List<Path> outbox = clean(about, place.outbox(invocation.surroundings().workingDirectory()));
        return wasErasedBefore(done.erasure().outcome())
                ? printRepeated(invocation, about, pending(done, place))
                : print(invocation, about, done, outbox, pending(done, place));
    }

    private static int printRepeated(Invocation invocation, ActorRef about, List<String> pending) {
        invocation
                .answers()
                .print(
                        () -> "%s was erased already by this request%n%s".formatted(about, String.join("\n", pending)),
                        () -> Answers.object()
                                .put("subject", about.value())
                                .put("erased", 0)
                                .put("repeated", true));
        return ExitCode.DONE;
    }

    private static int print(
            Invocation invocation, ActorRef about, Done done, List<Path> outbox, List<String> pending) {
        Receipt receipt = Accepted.receipt(done.erasure().outcome());
        invocation
                .answers()
                .print(
                        () ->
                                "%s: %d sealed values and their key erased (position %d); %d messages of the outbox deleted%n%s"
                                        .formatted(
                                                about,
                                                done.plan().values().size(),
                                                receipt.firstPosition(),
                                                outbox.size(),
                                                String.join("\n", pending)),
                        () -> json(about, done.plan(), receipt, outbox, pending));
        return ExitCode.DONE;
    }

    /** A repetition is no failure: what was interrupted is finished by then. */
    private boolean wasErasedBefore(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                && refused.refusal().rule() == Rule.NOTHING_SEALED
                && refused.refusal().message().endsWith("by request " + request);
    }

    private static List<Path> clean(ActorRef about, Path outbox) throws IOException {
        List<Path> naming = Traces.naming(about.value(), outbox);
        for (Path file : naming) {
            Files.delete(file);
        }
        return naming;
    }

    /** In a folder everything was done when the ledger was closed, and is searched now. */
    private static List<String> pending(Done done, LedgerPlace place) throws IOException {
        if (!(place instanceof LedgerPlace.Folder folder)) {
            return done.erasure().pending().stream()
                    .map(left -> "still to do: " + left)
                    .toList();
        }
        List<Path> left = done.plan().traces().in(folder.path());
        if (!left.isEmpty()) {
            throw Failure.storage(
                    "erased, but traces are left in %s; open the ledger again when no other process has it, and close it"
                            .formatted(left),
                    null);
        }
        return List.of("no trace is left in any file of the ledger");
    }

    private static String text(ErasurePlan plan) {
        StringBuilder text = new StringBuilder();
        for (EncryptedValue value : plan.values()) {
            text.append("position %d: value %s%n".formatted(value.position(), value.id()));
        }
        for (Holdings.Hold hold : plan.holdings().holds()) {
            text.append("refused: incident %s is on legal hold: %s%n".formatted(hold.incident(), hold.reason()));
        }
        return text.append("%d sealed values about %s would be erased%n"
                        .formatted(plan.values().size(), plan.subject()))
                .toString();
    }

    private static ObjectNode json(ErasurePlan plan) {
        ObjectNode object =
                Answers.object().put("subject", plan.subject().value()).put("dryRun", true);
        ArrayNode values = object.putArray("values");
        plan.values()
                .forEach(value ->
                        values.addObject().put("id", value.id().toString()).put("position", value.position()));
        ArrayNode holds = object.putArray("holds");
        plan.holdings()
                .holds()
                .forEach(hold ->
                        holds.addObject().put("incident", hold.incident()).put("reason", hold.reason()));
        return object;
    }

    private static ObjectNode json(
            ActorRef about, ErasurePlan plan, Receipt receipt, List<Path> outbox, List<String> pending) {
        ObjectNode object = Answers.object()
                .put("subject", about.value())
                .put("erased", plan.values().size())
                .put("position", receipt.firstPosition())
                .put("outboxDeleted", outbox.size());
        ArrayNode notes = object.putArray("notes");
        pending.forEach(notes::add);
        return object;
    }
}
