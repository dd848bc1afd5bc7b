package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.when;

import java.util.Locale;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;

/** How an incident is kept from spreading. Access may be restored in every phase: nobody must be locked out by a dismissal. */
record ContainmentRules(Limits limits) {
    Decision<IncidentEvent> decide(Incident state, ContainmentCommand command) {
        return switch (command) {
            case ContainmentCommand.CloseAccess c -> close(state, c);
            case ContainmentCommand.RestoreAccess c ->
                Objections.of(
                                when(
                                        !state.containment().closed().contains(c.accessPoint()),
                                        Rule.ACCESS_NOT_CLOSED,
                                        () -> "access point %s is not closed; name one that is"
                                                .formatted(c.accessPoint().name())),
                                Texts.required("outcome", c.outcome(), limits.line()))
                        .otherwise(() -> new ContainmentEvent.AccessRestored(c.accessPoint(), c.outcome()));
            case ContainmentCommand.ContainIncident c -> contain(state, c);
            case ContainmentCommand.ReportContainmentLoss c ->
                Objections.of(
                                when(
                                        state.phase() != Phase.CONTAINED,
                                        Rule.NOT_CONTAINED,
                                        () -> "incident %s is not contained; contain it first".formatted(c.incident())),
                                Texts.required("reason", c.reason(), limits.line()))
                        .otherwise(() -> new ContainmentEvent.ContainmentLost(c.reason()));
        };
    }

    private Decision<IncidentEvent> close(Incident state, ContainmentCommand.CloseAccess c) {
        int closed = state.containment().closed().size();
        return Objections.of(
                        state.lifecycle().objectIfRejected(),
                        state.lifecycle().objectIfMerged(),
                        when(
                                state.containment().closed().contains(c.accessPoint()),
                                Rule.ACCESS_ALREADY_CLOSED,
                                () -> "access point %s is already closed; restore it before closing it again"
                                        .formatted(c.accessPoint().name())),
                        when(
                                closed >= limits.accessPoints(),
                                Rule.TOO_MANY,
                                () -> String.format(
                                        Locale.ROOT,
                                        "%,d access points are closed, the limit is %,d; restore one first",
                                        closed,
                                        limits.accessPoints())),
                        Texts.required("outcome", c.outcome(), limits.line()))
                .otherwise(() -> new ContainmentEvent.AccessClosed(c.accessPoint(), c.outcome(), c.verified()));
    }

    private Decision<IncidentEvent> contain(Incident state, ContainmentCommand.ContainIncident c) {
        return Objections.of(
                        when(
                                state.phase() == Phase.CONTAINED,
                                Rule.ALREADY_CONTAINED,
                                () -> "incident %s is already contained; report the loss of containment if it spreads"
                                        .formatted(c.incident())),
                        state.lifecycle().objectIfOver(),
                        state.lifecycle().objectIfRejected(),
                        state.lifecycle().objectIfMerged(),
                        Texts.required("summary of the containment", c.summary(), limits.line()))
                .otherwise(() -> new ContainmentEvent.IncidentContained(c.summary()));
    }
}
