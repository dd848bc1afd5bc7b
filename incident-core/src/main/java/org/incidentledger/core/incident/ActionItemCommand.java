package org.incidentledger.core.incident;

import java.time.LocalDate;
import org.incidentledger.core.decision.ActorRef;
import org.jspecify.annotations.Nullable;

/** Commands about what is to be done so that an incident does not happen again. */
public sealed interface ActionItemCommand extends IncidentCommand {
    /** Opens an action item, with its owner and due date if they are known. */
    record OpenActionItem(
            IncidentId incident,
            ActionItemId item,
            String title,
            @Nullable ActorRef owner,
            @Nullable LocalDate due) implements ActionItemCommand {}

    /** Says that an action item is done. */
    record CompleteActionItem(IncidentId incident, ActionItemId item, String outcome) implements ActionItemCommand {}

    /** Says that an action item will not be done. */
    record DropActionItem(IncidentId incident, ActionItemId item, String reason) implements ActionItemCommand {}
}
