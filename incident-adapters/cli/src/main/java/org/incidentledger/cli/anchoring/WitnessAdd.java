package org.incidentledger.cli.anchoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.witness.BoundedPost;
import org.incidentledger.witness.CosignatureStore;
import org.incidentledger.witness.WitnessClient;
import org.incidentledger.witness.WitnessResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description = {
            "Bring the ledger's latest checkpoint to a witness, check its cosignature, and keep the cosigned checkpoint in",
            "the folder 'cosigned' beside the ledger. Run it as often as you want to be attested, say every hour. It fails",
            "when the witness has seen more entries than there are, or another history."
        },
        footer = {
            "  incident witness add --url http://127.0.0.1:8420 --key 'NAME+ID+KEY'",
            "  incident witness add --url https://witness.example.org --key 'NAME+ID+KEY' --json"
        })
final class WitnessAdd extends CliCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Address of the witness.")
    String url = "";

    @Option(names = "--key", required = true, paramLabel = "VKEY", description = "Its key, as in its witness.vkey.")
    String key = "";

    @Override
    protected int run(Invocation invocation) throws IOException {
        URI address = BoundedPost.address(url);
        WitnessClient client = new WitnessClient(address, witness(), PATIENCE);
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.ATTEST);
            bring(ledger.tree(), client, AnchorPlace.of(invocation), invocation.answers());
        }
        return ExitCode.DONE;
    }

    private VerifierKey witness() {
        try {
            return VerifierKey.parse(key);
        } catch (TlogException.Malformed e) {
            throw Failure.badInput("--key: " + e.getMessage(), e);
        }
    }

    private void bring(LedgerTree tree, WitnessClient client, Path folder, Answers answers) throws IOException {
        CosignatureStore store = CosignatureStore.in(folder);
        switch (client.bring(tree, store.newestSizeBy(witness()))) {
            case WitnessResult.Refused refused -> throw Failure.check(refused.message());
            case WitnessResult.Cosigned cosigned -> {
                SignedNote kept = store.add(cosigned.note());
                answers.print(
                        () -> "Cosigned at %s: %,d entries, kept with %d signatures in %s."
                                .formatted(
                                        cosigned.at(),
                                        cosigned.size(),
                                        kept.signatures().size(),
                                        folder.resolve("cosigned")),
                        () -> json(cosigned, kept));
            }
        }
    }

    private ObjectNode json(WitnessResult.Cosigned cosigned, SignedNote kept) {
        return Answers.object()
                .put("entries", cosigned.size())
                .put("cosignedAt", cosigned.at().toString())
                .put("witness", key)
                .put("checkpoint", kept.format());
    }
}
