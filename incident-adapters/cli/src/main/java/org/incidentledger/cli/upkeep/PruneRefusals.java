package org.incidentledger.cli.upkeep;

import java.time.Duration;
import java.time.Instant;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.access.Action;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "prune-refusals",
        description = {
            "Forget refusals that are older than a number of days. They are no part of the ledger; a command that was refused",
            "then and is sent again under the same id is decided afresh."
        },
        footer = "  incident prune-refusals --older-than-days 90")
public final class PruneRefusals extends CliCommand {
    @Option(
            names = "--older-than-days",
            required = true,
            paramLabel = "N",
            description = "How many days are kept, 1 or more.")
    int days;

    @Override
    protected int run(Invocation invocation) {
        if (days < 1) {
            throw Failure.badInput("--older-than-days %d keeps nothing; use at least 1".formatted(days));
        }
        Instant before = invocation.now().minus(Duration.ofDays(days));
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.OPERATE);
            long pruned = ledger.pruneRefusals(before);
            invocation
                    .answers()
                    .print(
                            () -> "%,d refusals from before %s are forgotten"
                                    .formatted(pruned, invocation.times().print(before)),
                            () -> Answers.object().put("pruned", pruned).put("before", before.toString()));
        }
        return ExitCode.DONE;
    }
}
