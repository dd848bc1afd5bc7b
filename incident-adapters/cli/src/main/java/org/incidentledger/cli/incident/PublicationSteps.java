package org.incidentledger.cli.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.KnownComponents;
import org.incidentledger.cli.invocation.ShortIds;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.embedded.IncidentLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands that tell the public about an incident; what was public is corrected or retracted, never edited. */
final class PublicationSteps {
    private PublicationSteps() {}

    @Command(
            name = "post-update",
            description = "Post an update for the public and print its id.",
            footer = {
                "  incident post-update --incident 2026-11-22-7f3k9q --status investigating \\",
                "      --text 'We are looking into an unknown login.'",
                "  incident post-update --incident 2026-11-22-7f3k9q --status identified --text-file update.txt",
                "  incident post-update --incident 2026-11-22-7f3k9q --status monitoring --text 'Mail is slow.' \\",
                "      --component mail=operational:degraded-performance"
            })
    static final class PostUpdate extends IncidentStep {
        @Option(
                names = "--status",
                required = true,
                paramLabel = "STATUS",
                description = "What the page shows, one of: ${COMPLETION-CANDIDATES}.")
        PublicStatus status = PublicStatus.INVESTIGATING;

        @Option(names = "--text", paramLabel = "TEXT", description = "Up to 10,000 characters, '-' for standard input.")
        @Nullable
        String text;

        @Option(
                names = "--text-file",
                paramLabel = "FILE",
                description = "The text from a file, '-' for standard input.")
        @Nullable
        String textFile;

        @Option(names = "--update", paramLabel = "ID", description = "The id of the update (default: made up).")
        @Nullable
        String update;

        @Option(
                names = "--component",
                paramLabel = "ID=FROM:TO",
                description = "A change of a component's status that the update tells of; may be repeated.")
        List<String> components = List.of();

        @Option(
                names = "--display-at",
                paramLabel = "INSTANT",
                description = "The instant that the page shows (default: when it occurred).")
        @Nullable
        String displayAt;

        @Override
        IncidentCommand command(IncidentId id, Invocation invocation) {
            Instant shown = displayAt == null ? null : invocation.instant("--display-at", displayAt);
            return new PublicationCommand.PostUpdate(
                    id,
                    new UpdateId(updateId()),
                    status,
                    BoundedText.required("text", text, textFile, invocation.surroundings()),
                    Components.changes(components),
                    shown,
                    null);
        }

        @Override
        void check(IncidentCommand command, IncidentLedger ledger, Invocation invocation) {
            KnownComponents.require(
                    Components.changes(components).stream()
                            .map(ComponentChange::component)
                            .toList(),
                    ledger,
                    invocation);
        }

        private String updateId() {
            return update == null ? ShortIds.of("update", write.commandId()) : update;
        }

        @Override
        String done() {
            return "update %s posted".formatted(updateId());
        }

        @Override
        Map<String, String> names() {
            return Map.of("update", updateId());
        }
    }

    /** A command about an update that was posted. */
    abstract static class UpdateStep extends IncidentStep {
        @Option(names = "--update", required = true, paramLabel = "ID", description = "The update that is meant.")
        String update = "";

        @Override
        Map<String, String> names() {
            return Map.of("update", update);
        }
    }

    @Command(
            name = "correct-update",
            description = "Replace the text of an update; the old text stays on the page, shown as corrected.",
            footer = {
                "  incident correct-update --incident 2026-11-22-7f3k9q --update update-3v8d20ks \\",
                "      --text 'Two nodes are affected, not one.' --reason 'Second node found'"
            })
    static final class CorrectUpdate extends UpdateStep {
        @Option(
                names = "--text",
                paramLabel = "TEXT",
                description = "The text as it should be, '-' for standard input.")
        @Nullable
        String text;

        @Option(
                names = "--text-file",
                paramLabel = "FILE",
                description = "The text from a file, '-' for standard input.")
        @Nullable
        String textFile;

        @Override
        IncidentCommand command(IncidentId id, Invocation invocation) {
            return new PublicationCommand.CorrectUpdate(
                    id,
                    new UpdateId(update),
                    BoundedText.required("text", text, textFile, invocation.surroundings()),
                    write.requiredReason());
        }

        @Override
        String done() {
            return "update %s corrected".formatted(update);
        }
    }

    @Command(
            name = "retract-update",
            description = "Take an update back; it stays on the page, shown as retracted.",
            footer = {
                "  incident retract-update --incident 2026-11-22-7f3k9q --update update-3v8d20ks \\",
                "      --reason 'Meant for another incident'"
            })
    static final class RetractUpdate extends UpdateStep {
        @Override
        IncidentCommand command(IncidentId id, Invocation invocation) {
            return new PublicationCommand.RetractUpdate(id, new UpdateId(update), write.requiredReason());
        }

        @Override
        String done() {
            return "update %s retracted".formatted(update);
        }
    }

    @Command(
            name = "correct-title",
            description = "Replace the title; a title that was public stays on the page, shown as corrected.",
            footer = {
                "  incident correct-title --incident 2026-11-22-7f3k9q --title 'Unknown login on two nodes' \\",
                "      --reason 'Second node found'"
            })
    static final class CorrectTitle extends IncidentStep {
        @Option(names = "--title", required = true, paramLabel = "TEXT", description = "The title as it should be.")
        String title = "";

        @Override
        IncidentCommand command(IncidentId id, Invocation invocation) {
            return new PublicationCommand.CorrectTitle(id, title, write.requiredReason());
        }

        @Override
        String done() {
            return "title corrected";
        }
    }
}
