package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.firstOf;
import static org.incidentledger.core.decision.Objections.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.decision.Times;
import org.jspecify.annotations.Nullable;

/** How action items are opened and settled; they outlive the incident. */
record ActionItemRules(Limits limits) {
    Decision<IncidentEvent> decide(Incident state, ActionItemCommand command) {
        return switch (command) {
            case ActionItemCommand.OpenActionItem c -> open(state, c);
            case ActionItemCommand.CompleteActionItem c ->
                Objections.of(
                                objectToUnknownOrSettled(state.actionItems(), c.item()),
                                Texts.required("outcome", c.outcome(), limits.line()))
                        .otherwise(() -> new ActionItemEvent.ActionItemCompleted(c.item(), c.outcome()));
            case ActionItemCommand.DropActionItem c ->
                Objections.of(
                                objectToUnknownOrSettled(state.actionItems(), c.item()),
                                Texts.required("reason", c.reason(), limits.line()))
                        .otherwise(() -> new ActionItemEvent.ActionItemDropped(c.item(), c.reason()));
        };
    }

    private Decision<IncidentEvent> open(Incident state, ActionItemCommand.OpenActionItem c) {
        return Objections.of(
                        state.lifecycle().objectIfRejected(),
                        state.lifecycle().objectIfMerged(),
                        when(
                                state.actionItems().settled().containsKey(c.item()),
                                Rule.ACTION_ITEM_EXISTS,
                                () -> "action item %s exists; open it under a new id".formatted(c.item())),
                        Texts.required("title of the action item", c.title(), limits.title()),
                        c.due() == null ? null : Times.planned("the due date", startOf(c.due())))
                .otherwise(() -> new ActionItemEvent.ActionItemOpened(c.item(), c.title(), c.owner(), c.due()));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable Refusal objectToUnknownOrSettled(ActionItems items, ActionItemId id) {
        Boolean settled = items.settled().get(id);
        return firstOf(
                when(
                        settled == null,
                        Rule.ACTION_ITEM_UNKNOWN,
                        () -> "there is no action item %s; name one that was opened".formatted(id)),
                when(
                        Boolean.TRUE.equals(settled),
                        Rule.ACTION_ITEM_SETTLED,
                        () -> "action item %s is settled; open a new one".formatted(id)));
    }
}
