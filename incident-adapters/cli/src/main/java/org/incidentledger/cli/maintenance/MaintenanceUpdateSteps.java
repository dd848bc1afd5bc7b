package org.incidentledger.cli.maintenance;

import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.cli.publication.CorrectedText;
import org.incidentledger.cli.publication.CorrectedTitle;
import org.incidentledger.cli.publication.DisplayOption;
import org.incidentledger.cli.publication.NewUpdate;
import org.incidentledger.cli.publication.PostedUpdate;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

        @Mixin
        NewUpdate update = new NewUpdate();

        @Mixin
        DisplayOption display = new DisplayOption();

        @Override
        Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation) {
            return update.sending(
                    new MaintenanceCommand.PostMaintenanceUpdate(
                            id, update.id(write), status, update.text(invocation), display.instant(invocation), null),
                    write);
        }
    }

    @Command(
            name = "correct-update",
            description = "Replace the text of an update; the old text stays on the page, shown as corrected.",
            footer = {
                "  incident maintenance correct-update --maintenance 2026-11-22-3v8d20 --update update-3v8d20ks \\",
                "      --text 'All of the disks are replaced.' --reason 'Miscounted'"
            })
    static final class CorrectUpdate extends MaintenanceStep {
        @Mixin
        PostedUpdate update = new PostedUpdate();

        @Mixin
        CorrectedText text = new CorrectedText();

        @Override
        Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation) {
            return update.sending(
                    new MaintenanceCommand.CorrectMaintenanceUpdate(
                            id, update.id(), text.text(invocation), write.requiredReason()),
                    "corrected");
        }
    }

    @Command(
            name = "retract-update",
            description = "Take an update back; it stays on the page, shown as retracted.",
            footer = {
                "  incident maintenance retract-update --maintenance 2026-11-22-3v8d20 --update update-3v8d20ks \\",
                "      --reason 'Meant for another maintenance'"
            })
    static final class RetractUpdate extends MaintenanceStep {
        @Mixin
        PostedUpdate update = new PostedUpdate();

        @Override
        Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation) {
            return update.sending(
                    new MaintenanceCommand.RetractMaintenanceUpdate(id, update.id(), write.requiredReason()),
                    "retracted");
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
        @Mixin
        CorrectedTitle title = new CorrectedTitle();

        @Override
        Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation) {
            return Sending.of(
                    new MaintenanceCommand.CorrectMaintenanceTitle(id, title.title(), write.requiredReason()),
                    "title corrected");
        }
    }
}
