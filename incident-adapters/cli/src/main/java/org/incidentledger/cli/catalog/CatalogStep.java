package org.incidentledger.cli.catalog;

import java.util.Map;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Mixin;

/** A command that sends one command to the catalog. */
abstract class CatalogStep extends CliCommand {
    @Mixin
    WriteOptions write = new WriteOptions();

    /** The command to send, made before the ledger is opened. */
    abstract CatalogCommand command(Invocation invocation);

    /** What was done. */
    abstract String done();

    /** Ids that the command names, for machines. */
    abstract Map<String, String> names();

    @Override
    protected int run(Invocation invocation) {
        CatalogCommand command = command(invocation);
        write.check(invocation);
        try (IncidentLedger ledger = invocation.openOrMake()) {
            return Accepted.print(invocation, write.sender(invocation, ledger).send(command), done(), names());
        }
    }
}
