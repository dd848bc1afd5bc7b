package org.incidentledger.projections.audit;

import org.incidentledger.core.incident.ActionItemEvent;

/** How action items read in the audit trail. */
final class ActionItemLines {
    private ActionItemLines() {}

    static Told tell(ActionItemEvent event) {
        return switch (event) {
            case ActionItemEvent.ActionItemOpened e ->
                Told.that("opened action item %s: %s".formatted(e.item(), Told.quote(e.title())))
                        .set("item", e.item())
                        .set("title", e.title())
                        .set("owner", e.owner())
                        .set("due", e.due());
            case ActionItemEvent.ActionItemCompleted e ->
                Told.that("completed action item %s: %s".formatted(e.item(), Told.line(e.outcome())))
                        .change("item " + e.item(), "open", "done")
                        .set("outcome", e.outcome());
            case ActionItemEvent.ActionItemDropped e ->
                Told.that("dropped action item %s: %s".formatted(e.item(), Told.line(e.reason())))
                        .change("item " + e.item(), "open", "dropped")
                        .set("why", e.reason());
        };
    }
}
