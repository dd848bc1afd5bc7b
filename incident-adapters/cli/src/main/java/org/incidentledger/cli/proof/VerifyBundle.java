package org.incidentledger.cli.proof;

import java.time.Duration;
import org.incidentledger.bundle.Bundle;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Progress;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify-bundle",
        description = {
            "Verify an exported bundle with nothing but its folder and a key: every entry, tile, checkpoint and file.",
            "No ledger and no network is used."
        },
        footer =
                "  incident verify-bundle bundle --key ledger.example.org/incidents+1a2b3c4d+AVZzLgr3cMmGdVzTeHqXJvzQdUzbcIQQYCRzk4q0iwkB")
final class VerifyBundle extends CliCommand {
    @Parameters(paramLabel = "DIR", description = "The folder that export wrote.")
    String directory = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "VKEY",
            description = "The ledger's key, now or earlier, as you had it from elsewhere: not from this folder.")
    String key = "";

    @Override
    protected int run(Invocation invocation) {
        VerifierKey trusted = KeyText.parse(key);
        Bundle bundle = Bundle.open(FilePath.of(directory, invocation));
        long began = System.nanoTime();
        VerificationReport report;
        try (Progress progress = new Progress(invocation, "verify")) {
            report = bundle.verify(trusted, progress::at);
        }
        return ReportAnswer.print(invocation, report, Duration.ofNanos(System.nanoTime() - began));
    }
}
