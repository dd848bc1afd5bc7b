package org.incidentledger.cli.maintenance;

import java.util.List;
import org.incidentledger.cli.invocation.Accepted;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.KnownComponents;
import org.incidentledger.cli.invocation.ShortIds;
import org.incidentledger.cli.invocation.WriteOptions;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.maintenance.MaintenanceCommand.ScheduleMaintenance;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "schedule",
        description = "Announce work on components and print its id. Makes the ledger when there is none.",
        footer = {
            "  incident maintenance schedule --title 'New disks in node-7' --component node-7 \\",
            "      --from 2026-12-01T02:00:00Z --until 2026-12-01T04:00:00Z",
            "  incident maintenance schedule --title 'Database upgrade' --component billing --component mail \\",
            "      --from 2026-12-01T02:00 --until 2026-12-01T04:00 --time-zone Europe/Berlin"
        })
final class Schedule extends CliCommand {
    @Option(names = "--title", required = true, paramLabel = "TEXT", description = "Up to 200 characters; public.")
    String title = "";

    @Mixin
    WindowOptions window = new WindowOptions();

    @Option(names = "--component", paramLabel = "ID", description = "A component that it affects; may be repeated.")
    List<String> components = List.of();

    @Option(names = "--maintenance", paramLabel = "ID", description = "Its id (default: the date and six letters).")
    @Nullable
    String maintenance;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Override
    protected int run(Invocation invocation) {
        write.check(invocation);
        List<ComponentId> affected = components.stream().map(ComponentId::new).toList();
        Window when = window.window(invocation);
        String made = maintenance == null ? ShortIds.dated(invocation.now(), write.commandId()) : maintenance;
        MaintenanceId checked = new MaintenanceId(made);
        try (IncidentLedger ledger = invocation.openOrMake()) {
            KnownComponents.require(affected, ledger, invocation);
            MaintenanceId id = maintenance == null
                    ? write.begunBefore(ledger).map(MaintenanceId::new).orElse(checked)
                    : checked;
            Outcome outcome =
                    write.sender(invocation, ledger).send(new ScheduleMaintenance(id, title, affected, when, null));
            return Accepted.printId(invocation, outcome, "maintenance");
        }
    }
}
