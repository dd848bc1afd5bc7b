package org.incidentledger.cli.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Octets;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.timestamp.TimestampCheck;
import org.incidentledger.timestamp.TimestampClient;
import org.incidentledger.timestamp.TimestampStore;
import org.incidentledger.timestamp.TimestampVerifier;
import org.incidentledger.witness.BoundedPost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Time-stamps of the ledger's checkpoints. */
@Command(
        name = "timestamp",
        description = {
            "Have an authority of RFC 3161 say that the ledger's latest checkpoint exists now, check its answer, and keep it",
            "as 'timestamps/SIZE.tsr' beside the ledger. A checkpoint that has a time-stamp keeps its first."
        },
        subcommands = TimestampVerify.class,
        footer = {
            "  incident timestamp --tsa https://tsa.example.org/tsr --trust tsa-root.pem",
            "  incident timestamp verify --note checkpoints/12 --token timestamps/12.tsr --trust tsa-root.pem"
        })
public final class TimestampStep extends CliCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--tsa", paramLabel = "URL", description = "Address of the authority.")
    @Nullable
    String tsa;

    @Mixin
    TrustOptions trust = new TrustOptions();

    @Override
    protected int run(Invocation invocation) throws IOException {
        if (tsa == null) {
            throw Failure.badInput("no authority is named; use --tsa URL, or 'incident timestamp verify'");
        }
        URI authority = BoundedPost.address(tsa);
        TimestampVerifier verifier = trust.verifier(invocation);
        TimestampStore store = TimestampStore.in(AnchorPlace.of(invocation));
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.ATTEST);
            SignedCheckpoint checkpoint = ledger.tree().checkpoint();
            byte[] note = checkpoint.note().getBytes(UTF_8);
            Optional<Octets> there = store.ofSize(checkpoint.size());
            Octets response =
                    there.isPresent() ? there.get() : asked(new TimestampClient(authority, verifier, PATIENCE), note);
            TimestampCheck.Proved proved = TimestampAnswer.proved(verifier.verify(note, response.bytes()));
            Path file = store.add(checkpoint.size(), response);
            TimestampAnswer.print(invocation, proved, checkpoint.size(), file.toString());
        }
        return ExitCode.DONE;
    }

    private static Octets asked(TimestampClient client, byte[] note) throws IOException {
        TimestampClient.Answer answer = client.stamp(note);
        TimestampAnswer.proved(answer.check());
        return answer.response();
    }
}
