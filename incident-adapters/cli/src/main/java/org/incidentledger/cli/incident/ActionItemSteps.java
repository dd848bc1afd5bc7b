package org.incidentledger.cli.incident;

import java.time.LocalDate;
import org.incidentledger.cli.invocation.CommandGroup;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.cli.invocation.ShortIds;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.ActionItemCommand;
import org.incidentledger.core.incident.ActionItemId;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands about what is to be done so that an incident does not happen again. */
@Command(
        name = "action-item",
        description = "Open, complete or drop what is to be done so that it does not happen again.",
        subcommands = {ActionItemSteps.Open.class, ActionItemSteps.Complete.class, ActionItemSteps.Drop.class},
        footer = "  incident action-item open --incident 2026-11-22-7f3k9q --title 'Rotate keys each quarter'")
final class ActionItemSteps extends CommandGroup {
    @Command(
            name = "open",
            description = "Open an action item and print its id.",
            footer = {
                "  incident action-item open --incident 2026-11-22-7f3k9q --title 'Rotate keys each quarter' \\",
                "      --owner staff/dora --due 2026-12-31"
            })
    static final class Open extends IncidentStep {
        @Option(names = "--title", required = true, paramLabel = "TEXT", description = "What is to be done.")
        String title = "";

        @Option(names = "--item", paramLabel = "ID", description = "Its id (default: made up).")
        @Nullable
        String item;

        @Option(names = "--owner", paramLabel = "REF", description = "Who does it, such as staff/dora.")
        @Nullable
        ActorRef owner;

        @Option(names = "--due", paramLabel = "DATE", description = "By when, such as 2026-12-31.")
        @Nullable
        LocalDate due;

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            String name = item == null ? ShortIds.of("item", write.commandId()) : item;
            return Sending.of(
                    new ActionItemCommand.OpenActionItem(id, new ActionItemId(name), title, owner, due),
                    "action item %s opened".formatted(name),
                    "item",
                    name);
        }
    }

    /** A command about an action item that was opened. */
    abstract static class ItemStep extends IncidentStep {
        @Option(names = "--item", required = true, paramLabel = "ID", description = "The action item that is meant.")
        String item = "";

        Sending<IncidentCommand> sending(IncidentCommand command, String done) {
            return Sending.of(command, "action item %s %s".formatted(item, done), "item", item);
        }
    }

    @Command(
            name = "complete",
            description = "Say that an action item is done.",
            footer = {
                "  incident action-item complete --incident 2026-11-22-7f3k9q --item item-3v8d20ks \\",
                "      --outcome 'Rotation runs on the first of each quarter'"
            })
    static final class Complete extends ItemStep {
        @Option(names = "--outcome", required = true, paramLabel = "TEXT", description = "What was done.")
        String outcome = "";

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return sending(new ActionItemCommand.CompleteActionItem(id, new ActionItemId(item), outcome), "completed");
        }
    }

    @Command(
            name = "drop",
            description = "Say that an action item will not be done.",
            footer = {
                "  incident action-item drop --incident 2026-11-22-7f3k9q --item item-3v8d20ks \\",
                "      --reason 'The panel is switched off anyway'"
            })
    static final class Drop extends ItemStep {
        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return sending(
                    new ActionItemCommand.DropActionItem(id, new ActionItemId(item), write.requiredReason()),
                    "dropped");
        }
    }
}
