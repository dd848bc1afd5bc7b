package org.incidentledger.cli.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.FilePath;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.OutboxOption;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "print-draft",
        description = "Print a draft of the outbox as it is to be sent. Drafts with addresses are kept encrypted.",
        footer = {
            "  incident print-draft incident-ledger/outbox/2026-11-22-7f3k9q/n1.mail.eml.sealed > n1.eml",
            "  incident --json print-draft incident-ledger/outbox/2026-11-22-7f3k9q/n1.website.txt"
        })
final class PrintDraft extends CliCommand {
    @Parameters(paramLabel = "FILE", description = "The draft, as notify named it.")
    String file = "";

    @Override
    protected int run(Invocation invocation) throws IOException {
        Path draft = FilePath.of(file, invocation);
        if (!Files.isRegularFile(draft)) {
            throw Failure.badInput(
                    "there is no draft %s; name the file that notify named".formatted(Quoted.shorten(file)));
        }
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.require(ledger, Action.NOTIFY);
        }
        String text = new String(new OutboxOption().of(invocation).read(draft), StandardCharsets.UTF_8);
        invocation
                .answers()
                .print(
                        () -> text,
                        () -> Answers.object().put("file", draft.toString()).put("message", text));
        return ExitCode.DONE;
    }
}
