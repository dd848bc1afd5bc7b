package org.incidentledger.contracts.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.maintenance.Maintenance;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.UpdateId;

/** What somebody might want of a maintenance. */
record MaintenanceIdeas(World world) {
    private static final List<MaintenanceStatus> SHOWN = List.of(
            MaintenanceStatus.SCHEDULED,
            MaintenanceStatus.IN_PROGRESS,
            MaintenanceStatus.VERIFYING,
            MaintenanceStatus.COMPLETED);

    MaintenanceCommand next(MaintenanceId id, Maintenance state) {
        if (state.status() == MaintenanceStatus.UNSCHEDULED && !choice().oneIn(8)) {
            return schedule(id);
        }
        return switch (choice().below(16)) {
            case 0 -> schedule(id);
            case 1 -> new MaintenanceCommand.RescheduleMaintenance(id, moved(state), line());
            case 2, 3 -> new MaintenanceCommand.StartMaintenance(id);
            case 4, 5 -> new MaintenanceCommand.VerifyMaintenance(id);
            case 6 -> new MaintenanceCommand.CompleteMaintenance(id, line());
            case 7 -> new MaintenanceCommand.CancelMaintenance(id, line());
            case 8, 9, 10, 11 -> post(id);
            case 12, 13 -> new MaintenanceCommand.CorrectMaintenanceUpdate(id, update(), publicText(state), line());
            case 14 -> new MaintenanceCommand.RetractMaintenanceUpdate(id, update(), line());
            default -> new MaintenanceCommand.CorrectMaintenanceTitle(id, title(state), line());
        };
    }

    private MaintenanceCommand schedule(MaintenanceId id) {
        return new MaintenanceCommand.ScheduleMaintenance(
                id,
                choice().text(Scenario.LIMITS.title()),
                choice().some(Scenario.LIMITS.components() + 1, () -> new ComponentId(choice().name("c", 6))),
                window(),
                null);
    }

    private MaintenanceCommand post(MaintenanceId id) {
        return new MaintenanceCommand.PostMaintenanceUpdate(
                id,
                update(),
                choice().of(SHOWN),
                choice().text(Scenario.LIMITS.publicText()),
                choice().maybe(() -> world.now().minusSeconds(choice().below(600))),
                null);
    }

    private Window moved(Maintenance state) {
        return choice().oneIn(6) ? Objects.requireNonNullElseGet(state.window(), this::window) : window();
    }

    private Window window() {
        Instant from = world.now().plusSeconds(choice().below(100_000));
        return new Window(choice().oneIn(30) ? Instant.EPOCH : from, from.plusSeconds(choice().below(8) * 1_800L));
    }

    private String title(Maintenance state) {
        return choice().oneIn(4) ? state.title() : choice().text(Scenario.LIMITS.title());
    }

    private String publicText(Maintenance state) {
        return choice().oneIn(6) && !state.updates().byId().isEmpty()
                ? choice().of(List.copyOf(state.updates().byId().values())).text()
                : choice().text(Scenario.LIMITS.publicText());
    }

    private UpdateId update() {
        return new UpdateId(choice().name("u", 5));
    }

    private String line() {
        return choice().text(Scenario.LIMITS.line());
    }

    private Choice choice() {
        return world.choice();
    }
}
