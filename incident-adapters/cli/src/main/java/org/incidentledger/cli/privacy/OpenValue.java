package org.incidentledger.cli.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Opening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "open",
        description = "Show a sealed value in plain text. The ledger records who, which and why, before it is shown.",
        footer = "  incident open 5d1e0d5e-8f7b-4b8e-9f53-0d2f6a1c4b7e --reason 'call the reporter back'")
final class OpenValue extends CliCommand {
    @Parameters(paramLabel = "UUID", description = "The id of the value, as audit shows it.")
    UUID value = new UUID(0, 0);

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; recorded.")
    String reason = "";

    @Override
    protected int run(Invocation invocation) {
        try (IncidentLedger ledger = invocation.openExisting()) {
            Opening opening = ledger.as(invocation.actor()).vault().open(value, reason);
            switch (opening) {
                case Opening.Open open ->
                    invocation
                            .answers()
                            .print(
                                    () -> Printable.block(open.value().text(), ""),
                                    () -> json("open")
                                            .put(
                                                    "subject",
                                                    open.value().subject().value())
                                            .put("position", open.position())
                                            .put("text", open.value().text()));
                case Opening.StaysSealed stays -> throw Failure.refused(stays.refusal());
                case Opening.Erased erased ->
                    invocation
                            .answers()
                            .print(
                                    () -> "erased: the entry at position %d says so; position %d committed to it"
                                            .formatted(erased.erasedAt(), erased.position()),
                                    () -> json("erased")
                                            .put("position", erased.position())
                                            .put("erasedAt", erased.erasedAt()));
            }
        }
        return ExitCode.DONE;
    }

    private ObjectNode json(String state) {
        return Answers.object().put("value", value.toString()).put("state", state);
    }
}
