package org.incidentledger.cli.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.incidentledger.bundle.ProofFiles;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.FilePath;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.ConsistencyProof;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TiledTree;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.embedded.IncidentLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "consistency",
        description = {
            "Say whether the ledger at SIZE2 continues the one at SIZE1, and print the proof: a line 'old SIZE1', the hashes,",
            "an empty line and the signed checkpoint of SIZE2, as C2SP tlog-witness has it. Both must be sizes at which a",
            "checkpoint was signed."
        },
        footer = {"  incident consistency 0 12", "  incident consistency 12 40 --out 12-to-40.txt"})
final class Consistency extends CliCommand {
    @Parameters(index = "0", paramLabel = "SIZE1", description = "The older size.")
    long oldSize;

    @Parameters(index = "1", paramLabel = "SIZE2", description = "The newer size.")
    long newSize;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the proof there instead of printing it.")
    @Nullable
    String out;

    @Override
    protected int run(Invocation invocation) {
        if (oldSize > newSize) {
            throw Failure.badInput("%d is more than %d; name the older size first".formatted(oldSize, newSize));
        }
        try (IncidentLedger ledger = invocation.openExisting()) {
            LedgerTree tree = ledger.tree();
            SignedCheckpoint older = signed(tree, oldSize);
            SignedCheckpoint newer = signed(tree, newSize);
            ConsistencyProof proof = proved(tree, older, newer);
            String text = text(proof, newer);
            if (out != null) {
                ProofFiles.writeText(FilePath.of(out, invocation), text);
            }
            String holds = "The ledger of %d entries continues the one of %d.%n".formatted(newSize, oldSize);
            invocation.answers().print(() -> out == null ? holds + "\n" + text : holds, () -> json(proof, newer));
        }
        return ExitCode.DONE;
    }

    private static SignedCheckpoint signed(LedgerTree tree, long size) {
        List<SignedCheckpoint> next = tree.checkpoints(Math.max(0, size), 1);
        if (next.isEmpty() || next.getFirst().size() != size) {
            String hint = next.isEmpty()
                    ? "the latest has size " + tree.checkpoint().size()
                    : "the next has size " + next.getFirst().size();
            throw Failure.badInput("no checkpoint of size %d was signed; %s".formatted(size, hint));
        }
        return next.getFirst();
    }

    private static ConsistencyProof proved(LedgerTree tree, SignedCheckpoint older, SignedCheckpoint newer) {
        try {
            ConsistencyProof proof = new TiledTree(tree.tiles(), newer.size()).consistencyProof(older.size());
            proof.verify(root(older), root(newer));
            return proof;
        } catch (TlogException e) {
            throw Failure.check("not consistent: " + e.getMessage(), new Failure.Place("checkpoint", older.size()));
        }
    }

    private static Hash root(SignedCheckpoint signed) {
        return Checkpoint.parse(SignedNote.parse(signed.note()).text()).root();
    }

    private static String text(ConsistencyProof proof, SignedCheckpoint newer) {
        StringBuilder text = new StringBuilder("old " + proof.oldSize() + "\n");
        proof.hashes().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(newer.note()).toString();
    }

    private static ObjectNode json(ConsistencyProof proof, SignedCheckpoint newer) {
        ObjectNode object = Answers.object()
                .put("consistent", true)
                .put("oldSize", proof.oldSize())
                .put("newSize", proof.newSize());
        ArrayNode hashes = object.putArray("hashes");
        proof.hashes().forEach(hash -> hashes.add(hash.base64()));
        return object.put("checkpoint", newer.note());
    }
}
