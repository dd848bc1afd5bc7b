package org.incidentledger.core.incident;

import java.util.HashMap;
import java.util.Map;

/** The action items, and whether each is settled (done or dropped). */
public record ActionItems(Map<ActionItemId, Boolean> settled) {
    static final ActionItems NONE = new ActionItems(Map.of());

    ActionItems after(IncidentEvent event) {
        return event instanceof ActionItemEvent item ? after(item) : this;
    }

    private ActionItems after(ActionItemEvent event) {
        return switch (event) {
            case ActionItemEvent.ActionItemOpened e -> with(e.item(), false);
            case ActionItemEvent.ActionItemCompleted e -> with(e.item(), true);
            case ActionItemEvent.ActionItemDropped e -> with(e.item(), true);
        };
    }

    private ActionItems with(ActionItemId id, boolean isSettled) {
        Map<ActionItemId, Boolean> next = new HashMap<>(settled);
        next.put(id, isSettled);
        return new ActionItems(next);
    }
}
