package org.incidentledger.cli.proof;

import java.time.Duration;
import java.util.List;
import org.incidentledger.bundle.Bundle;
import org.incidentledger.bundle.Disclosure;
import org.incidentledger.bundle.Disclosure.Disclosed;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.DisclosureText;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Progress;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.VerificationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify-bundle",
        description = {
            "Verify an exported bundle with nothing but its folder and a key: every entry, tile, checkpoint and file.",
            "No ledger and no network is used."
        },
        footer = "  incident verify-bundle bundle --key"
                + " ledger.example.org/incidents+1a2b3c4d+AVZzLgr3cMmGdVzTeHqXJvzQdUzbcIQQYCRzk4q0iwkB")
final class VerifyBundle extends CliCommand {
    @Parameters(paramLabel = "DIR", description = "The folder that export wrote.")
    String directory = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "VKEY",
            description = "The ledger's key, now or earlier, as you had it from elsewhere: not from this folder.")
    String key = "";

    @Option(
            names = "--disclosed",
            paramLabel = "FILE",
            description = "What incident disclose wrote: each value is compared with the entry that commits to it.")
    @Nullable
    String disclosed;

    @Override
    protected int run(Invocation invocation) {
        VerifierKey trusted = KeyText.parse(key);
        Bundle bundle = Bundle.open(FilePath.of(directory, invocation));
        long began = System.nanoTime();
        VerificationReport report;
        try (Progress progress = new Progress(invocation, "verify")) {
            report = bundle.verify(trusted, progress::at);
        }
        int code = ReportAnswer.print(invocation, report, Duration.ofNanos(System.nanoTime() - began));
        if (disclosed != null) {
            List<Disclosed> values = DisclosureText.read(BoundedText.read(disclosed, invocation.surroundings()));
            print(invocation, Disclosure.check(bundle, values));
        }
        return code;
    }

    /** @throws Failure as a failed check when one value is not what the bundle commits to */
    private static void print(Invocation invocation, Disclosure disclosure) {
        if (!disclosure.refuted().isEmpty()) {
            throw Failure.check(String.join("; ", disclosure.refuted()));
        }
        invocation
                .answers()
                .print(
                        () -> "Sealed:   %d values open as disclosed, %d sealed, %d erased"
                                .formatted(disclosure.open().size(), disclosure.sealed(), disclosure.erased()),
                        () -> Answers.object()
                                .put("open", disclosure.open().size())
                                .put("sealed", disclosure.sealed())
                                .put("erased", disclosure.erased()));
    }
}
