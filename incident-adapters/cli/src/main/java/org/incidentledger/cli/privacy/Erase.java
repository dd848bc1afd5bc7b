package org.incidentledger.cli.privacy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.incidentledger.channels.Outbox;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.LedgerPlace;
import org.incidentledger.cli.invocation.OutboxOption;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.subject.Holdings;
import org.incidentledger.core.subject.Subject;
import org.incidentledger.core.subject.SubjectCommand;
import org.incidentledger.core.subject.SubjectDecider;
import org.incidentledger.core.subject.SubjectEvent;
import org.incidentledger.embedded.Erasure;
import org.incidentledger.embedded.ErasurePlan;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Mentions;
import org.incidentledger.embedded.Outcome;
import org.incidentledger.embedded.Vault;
import org.incidentledger.sealing.KeysetFile;
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
    /** The file that is in the folder of a ledger from before an erasure until it has come to its end. */
    private static final String UNFINISHED = "erasure-unfinished";

    @Option(names = "--subject", required = true, paramLabel = "REF", description = "Who is to be erased.")
    String subject = "";

    @Option(names = "--request", paramLabel = "REF", description = "The reference of the request for erasure.")
    String request = "";

    @Option(names = "--ground", paramLabel = "TEXT", description = "The legal ground on which it is granted.")
    String ground = "";

    @Option(names = "--dry-run", description = "List what would go, and what stands against it; change nothing.")
    boolean dryRun;

    @Mixin
    OutboxOption outbox = new OutboxOption();

    @Mixin
    WriteOptions write = new WriteOptions();

    /**
     * What is found of the subject in the outbox.
     *
     * @param unread how many values about it could not be looked for
     */
    private record Found(List<Path> drafts, int unread) {
        String lines() {
            StringBuilder text = new StringBuilder();
            drafts.forEach(draft -> text.append("message %s%n".formatted(draft)));
            if (unread > 0) {
                text.append(
                        ("%d values cannot be opened, as their key is lost: messages that say only what they say are not"
                                        + " found; look through the outbox yourself%n")
                                .formatted(unread));
            }
            return text.toString();
        }

        void addTo(ObjectNode object) {
            ArrayNode array = object.putArray("messages");
            drafts.forEach(file -> array.add(file.toString()));
            object.put("valuesNotLookedFor", unread);
        }
    }

    private record Done(ErasurePlan plan, Erasure erasure, Found found) {
        boolean isRepeated(String request) {
            return erasure.outcome() instanceof Outcome.Refused refused
                    && refused.refusal().rule() == Rule.NOTHING_SEALED
                    && refused.refusal().message().endsWith("by request " + request);
        }
    }

    @Override
    protected int run(Invocation invocation) throws IOException {
        write.check(invocation);
        ActorRef about = new ActorRef(subject);
        if (!dryRun && (request.isBlank() || ground.isBlank())) {
            throw Failure.badInput("say which request is granted and why: --request REF --ground TEXT, or --dry-run");
        }
        LedgerPlace place = invocation.ledger();
        KeysetFile keyset = place.keyset();
        Outbox messages = outbox.existing(invocation, keyset);
        Done done;
        try (IncidentLedger ledger = invocation.openExisting()) {
            Vault vault = write.sender(invocation, ledger).vault();
            ErasurePlan plan = vault.plan(about);
            keyset.check(false);
            Mentions mentions = vault.mentions(about);
            Found found = new Found(messages.find(mentions::in), mentions.unread());
            if (dryRun) {
                invocation.answers().print(() -> DryRun.text(plan, found), () -> DryRun.json(plan, found));
                return ExitCode.DONE;
            }
            // First the drafts: what recognizes them is erased. Whoever is interrupted in between runs it again.
            if (willBeGranted(plan, write.header(invocation))) {
                delete(found.drafts());
            }
            done = new Done(plan, vault.erase(about, request, ground), found);
        }
        if (done.isRepeated(request)) {
            delete(done.found().drafts());
            return printRepeated(invocation, about, pending(done, place));
        }
        Receipt receipt = Accepted.receipt(done.erasure().outcome());
        return print(invocation, about, done, receipt, pending(done, place));
    }

    /** A message is not deleted for a request that is refused. */
    private boolean willBeGranted(ErasurePlan plan, CommandHeader header) {
        SubjectCommand command = new SubjectCommand.EraseSubject(plan.subject(), request, ground, plan.holdings());
        return new SubjectDecider(Limits.DEFAULT).decide(Subject.UNKNOWN, command, header)
                instanceof Decision.Accepted<SubjectEvent>;
    }

    private static boolean isGranted(ErasurePlan plan) {
        return !plan.values().isEmpty() && plan.holdings().holds().isEmpty();
    }

    private static void delete(List<Path> drafts) throws IOException {
        for (Path draft : drafts) {
            Files.deleteIfExists(draft);
        }
    }

    private static int printRepeated(Invocation invocation, ActorRef about, List<String> pending) {
        invocation
                .answers()
                .print(
                        () -> "%s was erased already by this request%n%s".formatted(about, String.join("\n", pending)),
                        () -> {
                            ObjectNode object = Answers.object()
                                    .put("subject", about.value())
                                    .put("erased", 0)
                                    .put("repeated", true);
                            ArrayNode notes = object.putArray("notes");
                            pending.forEach(notes::add);
                            return object;
                        });
        return ExitCode.DONE;
    }

    private static int print(Invocation invocation, ActorRef about, Done done, Receipt receipt, List<String> pending) {
        invocation
                .answers()
                .print(() -> text(about, done, receipt, pending), () -> json(about, done, receipt, pending));
        return ExitCode.DONE;
    }

    /** In a folder everything was done when the ledger was closed, and is searched now. */
    private static List<String> pending(Done done, LedgerPlace place) throws IOException {
        if (!(place instanceof LedgerPlace.Folder folder)) {
            return done.erasure().pending().stream()
                    .map(left -> "still to do: " + left)
                    .toList();
        }
        if (done.plan().values().isEmpty()) {
            // What was erased earlier cannot be searched for: the ledger remembers whether it came to an end.
            return finished(folder.path());
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

    private static List<String> finished(Path folder) {
        if (Files.exists(folder.resolve(UNFINISHED))) {
            throw Failure.storage(
                    "erased, but traces may be left in %s; open the ledger again when no other process has it, and close it"
                            .formatted(folder),
                    null);
        }
        return List.of("nothing is left to be cleaned in any file of the ledger");
    }

    private static String text(ActorRef about, Done done, Receipt receipt, List<String> pending) {
        return "%s: %d sealed values and their key erased (position %d); %d messages of the outbox deleted%n%s%s"
                .formatted(
                        about,
                        done.plan().values().size(),
                        receipt.firstPosition(),
                        done.found().drafts().size(),
                        done.found().lines(),
                        String.join("\n", pending));
    }

    private static ObjectNode json(ActorRef about, Done done, Receipt receipt, List<String> pending) {
        ObjectNode object = Answers.object()
                .put("subject", about.value())
                .put("erased", done.plan().values().size())
                .put("position", receipt.firstPosition())
                .put("outboxDeleted", done.found().drafts().size());
        done.found().addTo(object);
        ArrayNode notes = object.putArray("notes");
        pending.forEach(notes::add);
        return object;
    }

    /** What an erasure would do. */
    private static final class DryRun {
        private DryRun() {}

        static String text(ErasurePlan plan, Found found) {
            StringBuilder text = new StringBuilder();
            for (EncryptedValue value : plan.values()) {
                text.append("position %d: value %s%n".formatted(value.position(), value.id()));
            }
            text.append(found.lines());
            for (Holdings.Hold hold : plan.holdings().holds()) {
                text.append("refused: incident %s is on legal hold: %s%n".formatted(hold.incident(), hold.reason()));
            }
            return text.append(summary(plan, found.drafts())).append('\n').toString();
        }

        private static String summary(ErasurePlan plan, List<Path> drafts) {
            int values = plan.values().size();
            if (values == 0) {
                return "nothing is sealed about %s, or it was erased; check the reference".formatted(plan.subject());
            }
            return isGranted(plan)
                    ? "%d sealed values about %s and their key would be erased, %d messages of the outbox deleted"
                            .formatted(values, plan.subject(), drafts.size())
                    : "nothing would be erased of %d sealed values about %s: lift the hold first, or refuse the request"
                            .formatted(values, plan.subject());
        }

        static ObjectNode json(ErasurePlan plan, Found found) {
            ObjectNode object =
                    Answers.object().put("subject", plan.subject().value()).put("dryRun", true);
            object.put("granted", isGranted(plan));
            ArrayNode values = object.putArray("values");
            plan.values()
                    .forEach(value ->
                            values.addObject().put("id", value.id().toString()).put("position", value.position()));
            ArrayNode holds = object.putArray("holds");
            plan.holdings()
                    .holds()
                    .forEach(hold ->
                            holds.addObject().put("incident", hold.incident()).put("reason", hold.reason()));
            found.addTo(object);
            return object;
        }
    }
}
