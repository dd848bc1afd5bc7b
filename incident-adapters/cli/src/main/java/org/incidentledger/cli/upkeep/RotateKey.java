package org.incidentledger.cli.upkeep;

import java.util.Map;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rotate-key",
        description =
                "Let a new key sign the ledger's checkpoints. The ledger says so in an entry, the first checkpoint over it is"
                        + " signed by both keys, and the old key is destroyed. Prints the new verifier key: publish it.",
        footer = "  incident rotate-key --reason \"yearly\"")
public final class RotateKey extends CliCommand {
    @Mixin
    WriteOptions write = new WriteOptions();

    @Override
    protected int run(Invocation invocation) {
        write.check(invocation);
        try (IncidentLedger ledger = invocation.openExisting()) {
            Receipt receipt = write.sender(invocation, ledger).rotateKey();
            String key = ledger.key().text();
            return Accepted.print(
                    invocation,
                    new Outcome.Accepted(receipt, false),
                    "another key signs from now on: " + key,
                    Map.of("key", key));
        }
    }
}
