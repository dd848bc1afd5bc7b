package org.incidentledger.cli.upkeep;

import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.access.Action;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Command;

@Command(
        name = "rebuild",
        description = "Throw every view away and make it anew from the ledger. The ledger itself is not touched.",
        footer = "  incident rebuild")
public final class Rebuild extends CliCommand {
    @Override
    protected int run(Invocation invocation) {
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.OPERATE);
            ledger.rebuild();
            invocation.awaitViews(ledger);
            long size = ledger.head().size();
            invocation
                    .answers()
                    .print(
                            () -> "Every view was rebuilt from %,d entries.".formatted(size),
                            () -> Answers.object().put("entries", size));
        }
        return ExitCode.DONE;
    }
}
