package org.incidentledger.cli.anchoring;

import java.io.IOException;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.timestamp.TimestampVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Check a time-stamp without a network and without a ledger: that it is of the bytes of this note, and signed by",
            "an authority that leads to a trusted certificate. It does not check the log's own signature."
        },
        footer = "  incident timestamp verify --note checkpoints/12 --token timestamps/12.tsr --trust tsa-root.pem")
final class TimestampVerify extends CliCommand {
    @Option(
            names = "--note",
            required = true,
            paramLabel = "FILE",
            description = "The checkpoint, as the log signed it.")
    String note = "";

    @Option(names = "--token", required = true, paramLabel = "FILE", description = "The time-stamp, a .tsr file.")
    String token = "";

    @Mixin
    TrustOptions trust = new TrustOptions();

    @Override
    protected int run(Invocation invocation) throws IOException {
        TimestampVerifier verifier = trust.verifier(invocation);
        byte[] signed = InputFile.read(note, invocation);
        long size = size(signed);
        byte[] response = InputFile.read(token, invocation);
        TimestampAnswer.print(invocation, TimestampAnswer.proved(verifier.verify(signed, response)), size, token);
        return ExitCode.DONE;
    }

    private long size(byte[] signed) {
        try {
            return Checkpoint.parse(SignedNote.parse(signed).text()).size();
        } catch (TlogException.Malformed e) {
            throw Failure.badInput("--note: " + e.getMessage(), e);
        }
    }
}
