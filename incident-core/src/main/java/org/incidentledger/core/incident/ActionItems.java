package org.incidentledger.core.incident;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.jspecify.annotations.Nullable;

/** The action items, and whether each is settled (done or dropped). */
public record ActionItems(Map<ActionItemId, Boolean> settled) {
    static final ActionItems NONE = new ActionItems(Map.of());

    /** Nobody changes an item but by an event. */
    public ActionItems {
        settled = Collections.unmodifiableMap(settled);
    }

    ActionItems after(IncidentEvent event) {
        return event instanceof ActionItemEvent item ? after(item) : this;
    }

    private ActionItems after(ActionItemEvent event) {
        return switch (event) {
            case ActionItemEvent.ActionItemOpened e -> with(e, e.item(), null, false);
            case ActionItemEvent.ActionItemCompleted e -> with(e, e.item(), false, true);
            case ActionItemEvent.ActionItemDropped e -> with(e, e.item(), false, true);
        };
    }

    private ActionItems with(ActionItemEvent event, ActionItemId id, @Nullable Boolean before, boolean isSettled) {
        if (!Objects.equals(settled.get(id), before)) {
            throw new ImpossibleEventException(event, "of action item " + id);
        }
        Map<ActionItemId, Boolean> next = new HashMap<>(settled);
        next.put(id, isSettled);
        return new ActionItems(next);
    }
}
