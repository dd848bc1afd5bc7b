package org.incidentledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.incidentledger.contracts.faults.ChildJvm;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.ledger.notary.DirectoryNotary;

/** Another node: sends commands until it is killed, keeps views, and says which commands were accepted. */
final class CommandingChild {
    private static final int CALLERS = 4;
    private static final int FAILED = 3;

    /** Incidents that every caller of every node acts on. */
    private static final int SHARED = 3;

    private CommandingChild() {}

    static ChildJvm start(String url, Path keys) throws IOException {
        return ChildJvm.start(CommandingChild.class, url, keys.toString());
    }

    public static void main(String[] arguments) {
        Thread.currentThread().setUncaughtExceptionHandler(CommandingChild::end);
        PostgresDatabase database = PostgresDatabase.open(arguments[0], null);
        LedgerOptions options = LedgerOptions.defaults().withNotary(new DirectoryNotary(Path.of(arguments[1])));
        IncidentLedger ledger = IncidentLedger.open(database, options);
        for (int i = 0; i < SHARED; i++) {
            // Refused by all nodes but the first.
            send(ledger, report("shared-" + i));
        }
        for (int caller = 0; caller < CALLERS; caller++) {
            Thread.ofPlatform().uncaughtExceptionHandler(CommandingChild::end).start(() -> sendForEver(ledger));
        }
    }

    /** The test would wait for ever for a process that has lost a caller. */
    private static void end(Thread thread, Throwable cause) {
        cause.printStackTrace();
        Runtime.getRuntime().halt(FAILED);
    }

    private static void sendForEver(IncidentLedger ledger) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        for (int i = 0; ; i++) {
            IncidentCommand next = i % 3 == 0
                    ? report(UUID.randomUUID().toString())
                    : finding("shared-" + ThreadLocalRandom.current().nextInt(SHARED), i);
            try {
                say(out, send(ledger, next));
            } catch (LedgerException.Unavailable nothingHappened) {
                // As when the server ends the transaction of a process that stood still for too long.
                System.err.println(nothingHappened.getMessage());
            }
        }
    }

    private static Outcome send(IncidentLedger ledger, IncidentCommand command) {
        return ledger.as(ActorRef.SYSTEM).commandId(UUID.randomUUID()).send(command);
    }

    private static LifecycleCommand report(String id) {
        return LifecycleCommand.ReportIncident.of(
                new IncidentId(id), "Something", IncidentKind.PERFORMANCE, Severity.MINOR);
    }

    private static RecordCommand finding(String id, int number) {
        return new RecordCommand.RecordFinding(new IncidentId(id), "Finding %d".formatted(number), List.of(), null);
    }

    /** What is refused, because others acted in between all too often, leaves nothing. */
    private static void say(PrintStream out, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            synchronized (CommandingChild.class) {
                out.println(accepted.receipt().commandId());
            }
        }
    }
}
