package org.incidentledger.cli.maintenance;

import java.time.Instant;
import java.util.Map;
import org.incidentledger.cli.invocation.BoundedText;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.ShortIds;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands that tell the public about a maintenance; what was public is corrected or retracted, never edited. */
final class MaintenanceUpdateSteps {
    private MaintenanceUpdateSteps() {}

    @Command(
            name = "post-update",
            description = "Post an update for the public and print its id.",
            footer = {
                "  incident maintenance post-update --maintenance 2026-11-22-3v8d20 --status in-progress \\",
                "      --text 'Half of the disks are replaced.'"
            })
    static final class PostUpdate extends MaintenanceStep {
        @Option(
                names = "--status",
                required = true,
                paramLabel = "STATUS",
                description = "What the page shows, one of: ${COMPLETION-CANDIDATES}; all but unscheduled.")
        MaintenanceStatus status = MaintenanceStatus.SCHEDULED;

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
                names = "--display-at",
                paramLabel = "INSTANT",
                description = "The instant that the page shows (default: when it occurred).")
        @Nullable
        String displayAt;

        @Override
        MaintenanceCommand command(MaintenanceId id, Invocation invocation) {
            Instant shown = displayAt == null ? null : invocation.instant("--display-at", displayAt);
            return new MaintenanceCommand.PostMaintenanceUpdate(
                    id,
                    new UpdateId(updateId()),
                    status,
                    BoundedText.required("text", text, textFile, invocation.surroundings()),
                    shown,
                    null);
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
    abstract static class UpdateStep extends MaintenanceStep {
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
                "  incident maintenance correct-update --maintenance 2026-11-22-3v8d20 --update update-3v8d20ks \\",
                "      --text 'All of the disks are replaced.' --reason 'Miscounted'"
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
        MaintenanceCommand command(MaintenanceId id, Invocation invocation) {
            return new MaintenanceCommand.CorrectMaintenanceUpdate(
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
                "  incident maintenance retract-update --maintenance 2026-11-22-3v8d20 --update update-3v8d20ks \\",
                "      --reason 'Meant for another maintenance'"
            })
    static final class RetractUpdate extends UpdateStep {
        @Override
        MaintenanceCommand command(MaintenanceId id, Invocation invocation) {
            return new MaintenanceCommand.RetractMaintenanceUpdate(id, new UpdateId(update), write.requiredReason());
        }

        @Override
        String done() {
            return "update %s retracted".formatted(update);
        }
    }

    @Command(
            name = "correct-title",
            description = "Replace the title; the old title stays on the page, shown as corrected.",
            footer = {
                "  incident maintenance correct-title --maintenance 2026-11-22-3v8d20 \\",
                "      --title 'New disks in two nodes' --reason 'Second node added'"
            })
    static final class CorrectTitle extends MaintenanceStep {
        @Option(names = "--title", required = true, paramLabel = "TEXT", description = "The title as it should be.")
        String title = "";

        @Override
        MaintenanceCommand command(MaintenanceId id, Invocation invocation) {
            return new MaintenanceCommand.CorrectMaintenanceTitle(id, title, write.requiredReason());
        }

        @Override
        String done() {
            return "title corrected";
        }
    }
}
