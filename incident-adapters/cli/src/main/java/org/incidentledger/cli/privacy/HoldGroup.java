package org.incidentledger.cli.privacy;

import java.util.Map;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.CommandGroup;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.embedded.IncidentLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Legal holds. */
@Command(
        name = "hold",
        description = "Keep everything about an incident: nothing that is sealed in it may be erased until the hold is"
                + " lifted.",
        subcommands = {HoldGroup.Place.class, HoldGroup.Lift.class},
        footer = {
            "  incident hold place --incident 2026-11-22-7f3k9q --reason 'case 12 O 7/26'",
            "  incident hold lift --incident 2026-11-22-7f3k9q --reason 'the case is settled'"
        })
final class HoldGroup extends CommandGroup {
    /** What both have in common. */
    abstract static class Step extends CliCommand {
        @Option(names = "--incident", required = true, paramLabel = "ID", description = "The incident that is meant.")
        String incident = "";

        @Mixin
        WriteOptions write = new WriteOptions();

        abstract RecordCommand command(IncidentId id);

        abstract String done();

        @Override
        protected int run(Invocation invocation) {
            IncidentId id = new IncidentId(incident);
            write.check(invocation);
            RecordCommand command = command(id);
            try (IncidentLedger ledger = invocation.openExisting()) {
                return Accepted.print(
                        invocation,
                        write.sender(invocation, ledger).send(command),
                        "incident %s: %s".formatted(id, done()),
                        Map.of("incident", id.value()));
            }
        }
    }

    @Command(
            name = "place",
            description = "Place a legal hold on an incident; --reason says why.",
            footer = "  incident hold place --incident 2026-11-22-7f3k9q --reason 'case 12 O 7/26'")
    static final class Place extends Step {
        @Override
        RecordCommand command(IncidentId id) {
            return new RecordCommand.PlaceHold(id, write.requiredReason());
        }

        @Override
        String done() {
            return "legal hold placed";
        }
    }

    @Command(
            name = "lift",
            description = "Lift the legal hold on an incident; --reason says why.",
            footer = "  incident hold lift --incident 2026-11-22-7f3k9q --reason 'the case is settled'")
    static final class Lift extends Step {
        @Override
        RecordCommand command(IncidentId id) {
            return new RecordCommand.LiftHold(id, write.requiredReason());
        }

        @Override
        String done() {
            return "legal hold lifted";
        }
    }
}
