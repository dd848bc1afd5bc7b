package org.incidentledger.cli.proof;

import java.time.Duration;
import org.incidentledger.bundle.FastSignatures;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Progress;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.LedgerVerifier;
import org.incidentledger.core.verification.VerificationReport;
import org.incidentledger.embedded.IncidentLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Verify the whole ledger: every entry is hashed, the tree over them is compared with every stored tile and with",
            "every signed checkpoint. The first bad position is named. Without --key the key is the one that lies beside the",
            "ledger; whoever may have altered the ledger may have altered that too."
        },
        footer = {
            "  incident verify",
            "  incident verify --key ledger.example.org/incidents+1a2b3c4d+AVZzLgr3cMmGdVzTeHqXJvzQdUzbcIQQYCRzk4q0iwkB --json"
        })
final class Verify extends CliCommand {
    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The ledger's key, now or earlier, as you had it from elsewhere.")
    @Nullable
    String key;

    @Override
    protected int run(Invocation invocation) {
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.READ_ENTRIES);
            VerifierKey trusted = key == null ? ledger.key() : KeyText.parse(key);
            long began = System.nanoTime();
            VerificationReport report;
            try (Progress progress = new Progress(invocation, "verify")) {
                report = new LedgerVerifier(ledger.reader()::read, ledger.tree(), trusted)
                        .with(new FastSignatures())
                        .verify(progress::at);
            }
            return ReportAnswer.print(invocation, report, Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
