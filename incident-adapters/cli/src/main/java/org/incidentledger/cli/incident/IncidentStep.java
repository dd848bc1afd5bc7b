package org.incidentledger.cli.incident;

import java.util.Map;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.embedded.IncidentLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that sends one command to one incident, which exists. */
abstract class IncidentStep extends CliCommand {
    @Option(names = "--incident", paramLabel = "ID", description = "The incident that is meant.")
    @Nullable
    String incident;

    @Mixin
    WriteOptions write = new WriteOptions();

    /** The command to send, made before the ledger is opened. */
    abstract IncidentCommand command(IncidentId id, Invocation invocation);

    /** What was done, to follow the name of the incident, such as {@code acknowledged}. */
    abstract String done();

    /** Looks at what the ledger must know before the command makes sense; nothing, unless a command says so. */
    void check(IncidentCommand command, IncidentLedger ledger, Invocation invocation) {}

    /** Ids that the command chose, for machines. */
    Map<String, String> names() {
        return Map.of();
    }

    @Override
    protected int run(Invocation invocation) {
        if (incident == null) {
            throw OpenIncidents.missingChoice(invocation);
        }
        IncidentId id = new IncidentId(incident);
        IncidentCommand command = command(id, invocation);
        write.check(invocation);
        requireLedger(id, invocation);
        try (IncidentLedger ledger = invocation.openOrMake()) {
            check(command, ledger, invocation);
            return Accepted.print(
                    invocation,
                    write.sender(invocation, ledger).send(command),
                    "incident %s: %s".formatted(id, done()),
                    names());
        }
    }

    /** Refuses as a ledger without entries would, but makes no ledger for that. */
    static void requireLedger(IncidentId id, Invocation invocation) {
        if (!invocation.ledger().exists()) {
            throw Failure.refused(new Refusal(
                    Rule.INCIDENT_UNKNOWN,
                    "there is no incident %s, nor a ledger in %s; report it first".formatted(id, invocation.ledger())));
        }
    }
}
