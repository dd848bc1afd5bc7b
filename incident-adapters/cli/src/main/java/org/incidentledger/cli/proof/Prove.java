package org.incidentledger.cli.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.incidentledger.bundle.ProofFiles;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.FilePath;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.verification.EntryProof;
import org.incidentledger.embedded.IncidentLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "prove",
        description = {
            "Write the proof that an entry is in the ledger: FILE (C2SP tlog-proof) and FILE.entry (the entry's bytes).",
            "Whoever has the ledger's key can check them without the ledger. A command may have left several entries: the",
            "further ones are FILE-2, FILE-3, …"
        },
        footer = {
            "  incident prove 4711 --out entry-4711.tlog-proof",
            "  incident prove --command 6f1c7a52-6d0e-4a56-9d0b-1f6a7c1f7d11 --out report.tlog-proof"
        })
final class Prove extends CliCommand {
    @Parameters(paramLabel = "POSITION", arity = "0..1", description = "The position of the entry, from 0.")
    @Nullable
    Long position;

    @Option(
            names = "--command",
            paramLabel = "UUID",
            description = "Prove what this command left, instead of a position.")
    @Nullable
    UUID command;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the proof.")
    String out = "";

    @Override
    protected int run(Invocation invocation) {
        Path file = FilePath.of(out, invocation);
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.READ_ENTRIES);
            List<EntryProof> proofs = proofs(ledger);
            ObjectNode object = Answers.object();
            ArrayNode written = object.putArray("proofs");
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < proofs.size(); i++) {
                Path its = i == 0 ? file : file.resolveSibling(file.getFileName() + "-" + (i + 1));
                long proved = proofs.get(i).entry().position();
                ProofFiles.write(its, proofs.get(i));
                text.append("position %d: %s and %s%n".formatted(proved, its, ProofFiles.entryOf(its)));
                written.addObject()
                        .put("position", proved)
                        .put("proof", its.toString())
                        .put("entry", ProofFiles.entryOf(its).toString());
            }
            invocation.answers().print(text::toString, () -> object);
        }
        return ExitCode.DONE;
    }

    private List<EntryProof> proofs(IncidentLedger ledger) {
        if ((position == null) == (command == null)) {
            throw Failure.badInput("name either a POSITION or a command with --command UUID");
        }
        if (command != null) {
            UUID id = command;
            Receipt receipt = ledger.reader()
                    .receipt(id)
                    .orElseThrow(() ->
                            Failure.badInput("no command %s left anything in this ledger; check its id".formatted(id)));
            return ledger.prove(receipt);
        }
        long wanted = position == null ? -1 : position;
        long size = ledger.tree().checkpoint().size();
        if (wanted < 0 || wanted >= size) {
            throw Failure.badInput(
                    "there is no entry at position %d; the ledger has %d, counted from 0".formatted(wanted, size));
        }
        return List.of(ledger.prove(wanted));
    }
}
