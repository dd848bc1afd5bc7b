package org.incidentledger.cli.privacy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.DisclosureText;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.FilePath;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Opening;
import org.incidentledger.embedded.Vault;
import org.incidentledger.ledger.files.FileTrouble;
import org.incidentledger.ledger.files.OwnerOnly;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "disclose",
        description = {
            "Write sealed values in plain text with what opens them into a file that only its owner may read.",
            "Whoever has the file and a bundle can check each: incident verify-bundle DIR --key VKEY --disclosed FILE."
        },
        footer = {
            "  incident disclose --subject client/4711 --reason 'audit 2026' --to disclosed.json",
            "  incident disclose --value 5d1e0d5e-8f7b-4b8e-9f53-0d2f6a1c4b7e --reason 'case 7' --to disclosed.json"
        })
final class Disclose extends CliCommand {
    @Option(names = "--subject", paramLabel = "REF", description = "Everything that is sealed about this subject.")
    @Nullable
    String subject;

    @Option(names = "--value", paramLabel = "UUID", description = "This value; may be repeated.")
    List<UUID> values = List.of();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "To whom and why; recorded.")
    String reason = "";

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to write; a new one.")
    String to = "";

    @Override
    protected int run(Invocation invocation) throws IOException {
        if ((subject == null) == values.isEmpty()) {
            throw Failure.badInput("name either a subject with --subject REF or values with --value UUID");
        }
        Path file = FilePath.of(to, invocation);
        try (IncidentLedger ledger = invocation.openExisting()) {
            // Before anything is opened, which is recorded: the file must be one that can be written.
            make(file);
            boolean written = false;
            try {
                List<Opening.Open> open = opened(ledger.as(invocation.actor()).vault());
                String text = DisclosureText.write(ledger.head().origin(), open);
                Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
                written = true;
                invocation
                        .answers()
                        .print(
                                () -> "%d values disclosed in %s".formatted(open.size(), file),
                                () -> Answers.object()
                                        .put("disclosed", open.size())
                                        .put("file", file.toString()));
            } finally {
                if (!written) {
                    Files.delete(file);
                }
            }
        }
        return ExitCode.DONE;
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file, OwnerOnly.file(file));
        } catch (FileAlreadyExistsException e) {
            throw Failure.badInput("%s exists; name a new file".formatted(file), e);
        } catch (NoSuchFileException e) {
            throw Failure.badInput("there is no folder %s; make it first".formatted(file.getParent()), e);
        } catch (IOException e) {
            throw Failure.storage(
                    "%s cannot be written: %s; name a file elsewhere".formatted(file, FileTrouble.meaning(e)), e);
        }
    }

    private List<Opening.Open> opened(Vault vault) {
        List<Opening> openings =
                subject == null ? vault.disclose(values, reason) : vault.disclose(new ActorRef(subject), reason);
        if (openings.isEmpty()) {
            throw Failure.badInput(
                    "nothing is sealed about %s, or it was erased; check the reference".formatted(subject));
        }
        List<Opening.Open> open = new ArrayList<>();
        for (Opening opening : openings) {
            switch (opening) {
                case Opening.Open one -> open.add(one);
                case Opening.StaysSealed stays -> throw Failure.refused(stays.refusal());
                case Opening.Erased erased ->
                    throw Failure.badInput(
                            "the value of the entry at position %d was erased, as the entry at position %d says; leave it out"
                                    .formatted(erased.position(), erased.erasedAt()));
            }
        }
        return open;
    }
}
