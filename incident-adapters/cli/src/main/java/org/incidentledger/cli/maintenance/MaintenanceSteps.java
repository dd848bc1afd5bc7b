package org.incidentledger.cli.maintenance;

import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Sending;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands that carry a maintenance on and end it. */
final class MaintenanceSteps {
    private MaintenanceSteps() {}

    @Command(
            name = "reschedule",
            description = "Move the window of a maintenance that has not ended.",
            footer = {
                "  incident maintenance reschedule --maintenance 2026-11-22-3v8d20 --from 2026-12-02T02:00:00Z \\",
                "      --until 2026-12-02T04:00:00Z --reason 'The disks arrive a day later'"
            })
    static final class Reschedule extends MaintenanceStep {
        @Mixin
        WindowOptions window = new WindowOptions();

        @Override
        Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation) {
            return Sending.of(
                    new MaintenanceCommand.RescheduleMaintenance(id, window.window(invocation), write.requiredReason()),
                    "rescheduled");
        }
    }

    @Command(
            name = "start",
            description = "Say that the work has begun.",
            footer = "  incident maintenance start --maintenance 2026-11-22-3v8d20")
    static final class Start extends MaintenanceStep {
        @Override
        Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation) {
            return Sending.of(new MaintenanceCommand.StartMaintenance(id), "started");
        }
    }

    @Command(
            name = "verify",
            description = "Say that the work is done and being checked.",
            footer = "  incident maintenance verify --maintenance 2026-11-22-3v8d20")
    static final class Verify extends MaintenanceStep {
        @Override
        Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation) {
            return Sending.of(new MaintenanceCommand.VerifyMaintenance(id), "being verified");
        }
    }

    @Command(
            name = "complete",
            description = "Say that the work is done.",
            footer = "  incident maintenance complete --maintenance 2026-11-22-3v8d20 --outcome 'All disks replaced'")
    static final class Complete extends MaintenanceStep {
        @Option(names = "--outcome", required = true, paramLabel = "TEXT", description = "What came of it.")
        String outcome = "";

        @Override
        Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation) {
            return Sending.of(new MaintenanceCommand.CompleteMaintenance(id, outcome), "completed");
        }
    }

    @Command(
            name = "cancel",
            description = "Say that the work will not be done, or not be finished.",
            footer = "  incident maintenance cancel --maintenance 2026-11-22-3v8d20 --reason 'The disks are faulty'")
    static final class Cancel extends MaintenanceStep {
        @Override
        Sending<MaintenanceCommand> sending(MaintenanceId id, Invocation invocation) {
            return Sending.of(new MaintenanceCommand.CancelMaintenance(id, write.requiredReason()), "cancelled");
        }
    }
}
