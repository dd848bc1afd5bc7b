package org.incidentledger.cli.maintenance;

import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that sends one command to one maintenance, which exists. */
abstract class MaintenanceStep extends CliCommand {
    @Option(names = "--maintenance", required = true, paramLabel = "ID", description = "The maintenance that is meant.")
    String maintenance = "";

    @Mixin
    WriteOptions write = new WriteOptions();

    /** The command to send, made before the ledger is opened, and what was done, to follow the name of the maintenance. */
    abstract Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation);

    @Override
    protected int run(Invocation invocation) {
        MaintenanceId id = new MaintenanceId(maintenance);
        Sending<MaintenanceCommand> sending = sending(id, invocation);
        write.check(invocation);
        if (!invocation.ledger().exists()) {
            throw Failure.refused(new Refusal(
                    Rule.MAINTENANCE_UNKNOWN,
                    "there is no maintenance %s, nor a ledger in %s; schedule it first"
                            .formatted(id, invocation.ledger())));
        }
        try (IncidentLedger ledger = invocation.openOrMake()) {
            return Accepted.print(
                    invocation,
                    write.sender(invocation, ledger).send(sending.command()),
                    "maintenance %s: %s".formatted(id, sending.done()),
                    sending.names());
        }
    }
}
