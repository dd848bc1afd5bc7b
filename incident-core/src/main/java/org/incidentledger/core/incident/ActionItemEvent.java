package org.incidentledger.core.incident;

import java.time.LocalDate;
import org.incidentledger.core.decision.ActorRef;
import org.jspecify.annotations.Nullable;

/** Events about what is to be done so that an incident does not happen again. */
public sealed interface ActionItemEvent extends IncidentEvent {
    /** An action item was opened. */
    record ActionItemOpened(
            ActionItemId item,
            String title,
            @Nullable ActorRef owner,
            @Nullable LocalDate due) implements ActionItemEvent {}

    /** An action item is done. */
    record ActionItemCompleted(ActionItemId item, String outcome) implements ActionItemEvent {}

    /** An action item will not be done. */
    record ActionItemDropped(ActionItemId item, String reason) implements ActionItemEvent {}
}
