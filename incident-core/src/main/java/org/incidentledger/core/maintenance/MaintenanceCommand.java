package org.incidentledger.core.maintenance;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Something that an actor wants of one maintenance. */
public sealed interface MaintenanceCommand {
    /** The maintenance that the command is for. */
    MaintenanceId maintenance();

    /** Announces a maintenance on components; the first command of its life. */
    record ScheduleMaintenance(
            MaintenanceId maintenance,
            String title,
            List<ComponentId> components,
            Window window,
            @Nullable ExternalRef external)
            implements MaintenanceCommand {
        public ScheduleMaintenance {
            components = List.copyOf(components);
        }
    }

    /** Moves the window of a maintenance that has not ended. */
    record RescheduleMaintenance(MaintenanceId maintenance, Window window, String reason)
            implements MaintenanceCommand {}

    /** Says that the work has begun. */
    record StartMaintenance(MaintenanceId maintenance) implements MaintenanceCommand {}

    /** Says that the work is done and being checked. */
    record VerifyMaintenance(MaintenanceId maintenance) implements MaintenanceCommand {}

    /** Says that the work is done. */
    record CompleteMaintenance(MaintenanceId maintenance, String outcome) implements MaintenanceCommand {}

    /** Says that the work will not be done, or not be finished. */
    record CancelMaintenance(MaintenanceId maintenance, String reason) implements MaintenanceCommand {}

    /**
     * Posts an update; its status is what the page shows for it, chosen by whoever posts.
     *
     * @param displayAt the instant that the page shows for it, when that is not the one at which it occurred
     */
    record PostMaintenanceUpdate(
            MaintenanceId maintenance,
            UpdateId update,
            MaintenanceStatus status,
            String text,
            @Nullable Instant displayAt,
            @Nullable ExternalRef external)
            implements MaintenanceCommand {
        /** @throws InvalidValueException when the status is {@code UNSCHEDULED}, which a page cannot show */
        public PostMaintenanceUpdate {
            if (status == MaintenanceStatus.UNSCHEDULED) {
                throw new InvalidValueException("an update cannot say 'unscheduled'; use another status");
            }
            displayAt = Times.inMicrosIfAny(displayAt);
        }
    }

    /** Replaces the text of an update; the old text stays in the ledger and on the page. */
    record CorrectMaintenanceUpdate(MaintenanceId maintenance, UpdateId update, String text, String reason)
            implements MaintenanceCommand {}

    /** Takes an update back; it stays on the page, shown as retracted. */
    record RetractMaintenanceUpdate(MaintenanceId maintenance, UpdateId update, String reason)
            implements MaintenanceCommand {}

    /** Replaces the title; the old title stays in the ledger and on the page. */
    record CorrectMaintenanceTitle(MaintenanceId maintenance, String title, String reason)
            implements MaintenanceCommand {}
}
