package org.incidentledger.cli.proof;

import java.nio.file.Path;
import org.incidentledger.bundle.ProofFiles;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.FilePath;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify-proof",
        description = {
            "Check what 'incident prove' wrote with nothing but FILE, FILE.entry and a key. No ledger and no network is used."
        },
        footer =
                "  incident verify-proof entry-4711.tlog-proof --key ledger.example.org/incidents+1a2b3c4d+AVZzLgr3cMmGdVzTeHqXJvzQdUzbcIQQYCRzk4q0iwkB")
final class VerifyProof extends CliCommand {
    @Parameters(paramLabel = "FILE", description = "The proof; FILE.entry lies beside it.")
    String proof = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "VKEY",
            description = "The key that signed when the proof was made, as you had it from elsewhere.")
    String key = "";

    @Override
    protected int run(Invocation invocation) {
        Path file = FilePath.of(proof, invocation);
        VerifierKey trusted = KeyText.parse(key);
        Checkpoint checkpoint = checked(file, trusted);
        invocation
                .answers()
                .print(
                        () -> Printable.line("Proved: the entry in %s is in %s, under the checkpoint of size %d."
                                .formatted(ProofFiles.entryOf(file), checkpoint.origin(), checkpoint.size())),
                        () -> Answers.object()
                                .put("proved", true)
                                .put("ledger", checkpoint.origin())
                                .put("size", checkpoint.size())
                                .put("root", checkpoint.root().base64()));
        return ExitCode.DONE;
    }

    private static Checkpoint checked(Path file, VerifierKey trusted) {
        try {
            return ProofFiles.verify(file, trusted).checkpoint();
        } catch (TlogException e) {
            throw Failure.check("not proved: " + e.getMessage());
        }
    }
}
