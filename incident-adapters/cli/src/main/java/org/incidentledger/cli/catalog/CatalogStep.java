package org.incidentledger.cli.catalog;

import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Mixin;

/** A command that sends one command to the catalog. */
abstract class CatalogStep extends CliCommand {
    @Mixin
    WriteOptions write = new WriteOptions();

    /** The command to send, made before the ledger is opened, and what was done. */
    abstract Sending<CatalogCommand> sending(Invocation invocation);

    @Override
    protected int run(Invocation invocation) {
        Sending<CatalogCommand> sending = sending(invocation);
        write.check(invocation);
        try (IncidentLedger ledger = invocation.openOrMake()) {
            return Accepted.print(
                    invocation,
                    write.sender(invocation, ledger).send(sending.command()),
                    sending.done(),
                    sending.names());
        }
    }
}
