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
import org.incidentledger.cli.invocation.FilePath;
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
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return ReportAnswer.print(
                invocation,
                report,
                took,
                disclosed == null || report instanceof VerificationReport.Failed
                        ? null
                        : compared(
                                bundle,
                                DisclosureText.read(
                                        disclosed, BoundedText.read(disclosed, invocation.surroundings()))));
    }

    /** @throws Failure as a failed check when one value is not what the bundle commits to */
    private static ReportAnswer.Also compared(Bundle bundle, List<Disclosed> values) {
        Disclosure disclosure = Disclosure.check(bundle, values);
        if (!disclosure.refuted().isEmpty()) {
            throw Failure.check(String.join("; ", disclosure.refuted()));
        }
        int open = disclosure.open().size();
        return new ReportAnswer.Also(
                "Sealed:   %d values open as disclosed, %d sealed, %d erased"
                        .formatted(open, disclosure.sealed(), disclosure.erased()),
                "disclosed",
                Answers.object()
                        .put("open", open)
                        .put("sealed", disclosure.sealed())
                        .put("erased", disclosure.erased()));
    }
}
