package org.incidentledger.core.maintenance;

import java.time.Instant;
import java.util.List;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;

/** Something that happened to one maintenance; a fact that is never changed and never removed. */
public sealed interface MaintenanceEvent {
    /** A maintenance on components was announced. */
    record MaintenanceScheduled(
            MaintenanceId maintenance,
            String title,
            List<ComponentId> components,
            Window window,
            @Nullable ExternalRef external)
            implements MaintenanceEvent {
        public MaintenanceScheduled {
            components = List.copyOf(components);
        }
    }

    /** The window moved. */
    record MaintenanceRescheduled(Window from, Window to, String reason) implements MaintenanceEvent {}

    /** The work has begun. */
    record MaintenanceStarted() implements MaintenanceEvent {}

    /** The work is done and being checked. */
    record MaintenanceVerifying() implements MaintenanceEvent {}

    /** The work is done. */
    record MaintenanceCompleted(String outcome) implements MaintenanceEvent {}

    /** The work will not be done, or not be finished. */
    record MaintenanceCancelled(String reason) implements MaintenanceEvent {}

    /** An update became public. */
    record MaintenanceUpdatePosted(
            UpdateId update,
            MaintenanceStatus status,
            String text,
            @Nullable Instant displayAt,
            @Nullable ExternalRef external)
            implements MaintenanceEvent {}

    /** The text of an update was corrected, from one text to another. */
    record MaintenanceUpdateCorrected(UpdateId update, String from, String to, String reason)
            implements MaintenanceEvent {}

    /** An update was taken back. */
    record MaintenanceUpdateRetracted(UpdateId update, String reason) implements MaintenanceEvent {}

    /** The title was corrected, from one title to another. */
    record MaintenanceTitleCorrected(String from, String to, String reason) implements MaintenanceEvent {}
}
