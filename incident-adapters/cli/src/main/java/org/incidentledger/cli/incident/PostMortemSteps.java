package org.incidentledger.cli.incident;

import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.CommandGroup;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.PostMortemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands by which a post-mortem comes about. */
@Command(
        name = "post-mortem",
        description = "Write, approve, publish or waive the post-mortem of an incident.",
        subcommands = {
            PostMortemSteps.Revise.class,
            PostMortemSteps.Approve.class,
            PostMortemSteps.Publish.class,
            PostMortemSteps.Waive.class
        },
        footer = {
            "  incident post-mortem revise --incident 2026-11-22-7f3k9q --title 'One login too many' \\",
            "      --body-file post-mortem.md --change 'First draft'",
            "  incident post-mortem approve --incident 2026-11-22-7f3k9q --revision 1 --actor staff/dora",
            "  incident post-mortem publish --incident 2026-11-22-7f3k9q"
        })
final class PostMortemSteps extends CommandGroup {
    @Command(
            name = "revise",
            description = "Write the next revision; the first drafts the post-mortem.",
            footer = {
                "  incident post-mortem revise --incident 2026-11-22-7f3k9q --title 'One login too many' \\",
                "      --body-file post-mortem.md --change 'First draft'",
                "  incident post-mortem revise --incident 2026-11-22-7f3k9q --based-on 1 \\",
                "      --title 'One login too many' --body-file post-mortem.md --change 'Root cause added'"
            })
    static final class Revise extends IncidentStep {
        @Option(
                names = "--based-on",
                paramLabel = "N",
                description = "The revision that you had before you (default: 0, none; so the first draft).")
        int basedOn;

        @Option(names = "--title", required = true, paramLabel = "TEXT", description = "Its headline.")
        String title = "";

        @Option(names = "--body", paramLabel = "TEXT", description = "Its text in Markdown, '-' for standard input.")
        @Nullable
        String body;

        @Option(names = "--body-file", paramLabel = "FILE", description = "The same from a file, '-' for input.")
        @Nullable
        String bodyFile;

        @Option(names = "--change", required = true, paramLabel = "TEXT", description = "What changed, in one line.")
        String change = "";

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new PostMortemCommand.RevisePostMortem(
                            id,
                            basedOn,
                            title,
                            BoundedText.required("body", body, bodyFile, invocation.surroundings()),
                            change),
                    "post-mortem revision %d written".formatted(basedOn + 1));
        }
    }

    @Command(
            name = "approve",
            description = "Approve the latest revision; its author cannot.",
            footer = "  incident post-mortem approve --incident 2026-11-22-7f3k9q --revision 1 --actor staff/dora")
    static final class Approve extends IncidentStep {
        @Option(
                names = "--revision",
                required = true,
                paramLabel = "N",
                description = "The revision that you read, which must be the latest.")
        int revision;

        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new PostMortemCommand.ApprovePostMortem(id, revision),
                    "post-mortem revision %d approved".formatted(revision));
        }
    }

    @Command(
            name = "publish",
            description = "Make the latest revision public, once it is approved, and close the incident.",
            footer = "  incident post-mortem publish --incident 2026-11-22-7f3k9q")
    static final class Publish extends IncidentStep {
        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(new PostMortemCommand.PublishPostMortem(id), "post-mortem published, incident closed");
        }
    }

    @Command(
            name = "waive",
            description = "Close a resolved incident without a post-mortem.",
            footer =
                    "  incident post-mortem waive --incident 2026-11-22-7f3k9q --reason 'One failed disk, as planned for'")
    static final class Waive extends IncidentStep {
        @Override
        Sending<IncidentCommand> sending(IncidentId id, Invocation invocation) {
            return Sending.of(
                    new PostMortemCommand.WaivePostMortem(id, write.requiredReason()),
                    "post-mortem waived, incident closed");
        }
    }
}
