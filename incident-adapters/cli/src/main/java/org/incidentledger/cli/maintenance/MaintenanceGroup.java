package org.incidentledger.cli.maintenance;

import org.incidentledger.cli.invocation.CommandGroup;
import picocli.CommandLine.Command;

/** Scheduled work on components. */
@Command(
        name = "maintenance",
        description = "Schedule work on components, carry it out and tell the public.",
        subcommands = {
            Schedule.class,
            MaintenanceSteps.Reschedule.class,
            MaintenanceSteps.Start.class,
            MaintenanceSteps.Verify.class,
            MaintenanceSteps.Complete.class,
            MaintenanceSteps.Cancel.class,
            MaintenanceUpdateSteps.PostUpdate.class,
            MaintenanceUpdateSteps.CorrectUpdate.class,
            MaintenanceUpdateSteps.RetractUpdate.class,
            MaintenanceUpdateSteps.CorrectTitle.class
        },
        footer = {
            "  incident maintenance schedule --title 'New disks in node-7' --component node-7 \\",
            "      --from 2026-12-01T02:00:00Z --until 2026-12-01T04:00:00Z",
            "  incident maintenance start --maintenance 2026-11-22-3v8d20"
        })
public final class MaintenanceGroup extends CommandGroup {}
