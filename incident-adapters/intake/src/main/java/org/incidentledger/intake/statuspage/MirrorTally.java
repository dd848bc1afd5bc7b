package org.incidentledger.intake.statuspage;

import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.maintenance.MaintenanceCommand;

/** Counts what one run of a mirror appended. For use by one thread. */
final class MirrorTally {
    private int incidents;
    private int maintenances;
    private int updates;
    private int corrections;
    private int entries;

    /** @param appended entries that the command appended; none when it had been granted before */
    void count(SourceCommand command, int appended) {
        if (appended == 0) {
            return;
        }
        entries += appended;
        switch (command) {
            case SourceCommand.ToCatalog to -> {}
            case SourceCommand.ToIncident to -> {
                incidents += to.command() instanceof LifecycleCommand.ReportIncident ? 1 : 0;
                updates += to.command() instanceof PublicationCommand.PostUpdate ? 1 : 0;
                corrections += to.command() instanceof PublicationCommand.CorrectUpdate
                                || to.command() instanceof PublicationCommand.CorrectTitle
                        ? 1
                        : 0;
            }
            case SourceCommand.ToMaintenance to -> {
                maintenances += to.command() instanceof MaintenanceCommand.ScheduleMaintenance ? 1 : 0;
                updates += to.command() instanceof MaintenanceCommand.PostMaintenanceUpdate ? 1 : 0;
                corrections += to.command() instanceof MaintenanceCommand.CorrectMaintenanceUpdate
                                || to.command() instanceof MaintenanceCommand.CorrectMaintenanceTitle
                        ? 1
                        : 0;
            }
        }
    }

    MirrorReport report(StatuspageDocument document, MirrorPlan first, long position) {
        return new MirrorReport(
                incidents,
                maintenances,
                updates,
                corrections,
                MirrorReport.Seen.in(document),
                first.missing(),
                first.dismissed(),
                entries,
                position);
    }
}
