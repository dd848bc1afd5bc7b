package org.incidentledger.cli.incident;

import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.embedded.CommandSender;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Outcome;
import picocli.CommandLine.Mixin;

/** A command that sends one command to one incident, which exists. */
abstract class IncidentStep extends CliCommand {
    @Mixin
    IncidentOption incident = new IncidentOption();

    @Mixin
    WriteOptions write = new WriteOptions();

    /** The command to send, made before the ledger is opened, and what was done, to follow the name of the incident. */
    abstract Sending<IncidentCommand> sending(IncidentId id, Invocation invocation);

    /** Looks at what the ledger must know before the command makes sense; nothing, unless a command says so. */
    void check(IncidentLedger ledger, Invocation invocation) {}

    /** Sends it, with what is sealed in it, if a command has such a thing. */
    Outcome send(CommandSender sender, IncidentLedger ledger, IncidentCommand command) {
        return sender.send(command);
    }

    @Override
    protected int run(Invocation invocation) {
        IncidentId id = incident.required(invocation);
        Sending<IncidentCommand> sending = sending(id, invocation);
        write.check(invocation);
        IncidentOption.requireLedger(id, invocation);
        try (IncidentLedger ledger = invocation.openOrMake()) {
            check(ledger, invocation);
            return Accepted.print(
                    invocation,
                    send(write.sender(invocation, ledger), ledger, sending.command()),
                    "incident %s: %s".formatted(id, sending.done()),
                    sending.names());
        }
    }
}
