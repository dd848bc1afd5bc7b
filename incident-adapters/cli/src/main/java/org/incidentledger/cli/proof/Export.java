package org.incidentledger.cli.proof;

import java.nio.file.Path;
import org.incidentledger.bundle.BundleExport;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.FilePath;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.cli.invocation.Progress;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Write the ledger as a bundle: a folder of entries, tiles and signed checkpoints that anybody can verify, with",
            "our command or with other tools for C2SP tlog-tiles. Into an earlier bundle of this ledger only what is new is",
            "written, once it is proved to be continued; a folder with anything else is left alone."
        },
        footer = {"  incident export bundle", "  incident export backups/2026-11 --json"})
final class Export extends CliCommand {
    @Parameters(paramLabel = "DIR", description = "A new or empty folder, or an earlier bundle of this ledger.")
    String directory = "";

    @Override
    protected int run(Invocation invocation) {
        Path folder = FilePath.of(directory, invocation);
        try (IncidentLedger ledger = invocation.openExisting();
                Progress progress = new Progress(invocation, "export")) {
            invocation.require(ledger, Action.READ_ENTRIES);
            VerifierKey key = ledger.key();
            BundleExport.Written written =
                    new BundleExport(ledger.reader()::read, ledger.tree(), key).write(folder, progress::at);
            long size = written.checkpoint().size();
            invocation
                    .answers()
                    .print(
                            () -> Printable.line(
                                    "%,d entries (%,d new) with %,d signed checkpoints are in %s; verify them with --key %s"
                                            .formatted(
                                                    size,
                                                    written.newEntries(),
                                                    written.checkpoints(),
                                                    folder,
                                                    key.text())),
                            () -> Answers.object()
                                    .put("entries", size)
                                    .put("newEntries", written.newEntries())
                                    .put("checkpoints", written.checkpoints())
                                    .put("directory", folder.toString())
                                    .put("key", key.text()));
        }
        return ExitCode.DONE;
    }
}
