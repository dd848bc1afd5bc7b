package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.firstOf;
import static org.incidentledger.core.decision.Objections.when;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.decision.Times;
import org.jspecify.annotations.Nullable;

/** How the life of an incident begins, ends and resumes. */
record LifecycleRules(Limits limits) {
    Decision<IncidentEvent> decide(Incident state, LifecycleCommand command, CommandHeader header) {
        return switch (command) {
            case LifecycleCommand.ReportIncident c -> report(state, c, header);
            case LifecycleCommand.AcknowledgeIncident c -> acknowledge(state);
            case LifecycleCommand.ResolveIncident c -> resolve(state, c, header);
            case LifecycleCommand.ReopenIncident c ->
                Objections.of(
                                state.lifecycle().objectUnlessOver(),
                                Texts.required("reason for reopening", c.reason(), limits.line()))
                        .otherwise(() -> new LifecycleEvent.IncidentReopened(c.reason()));
            case LifecycleCommand.RejectReport c ->
                Objections.of(
                                objectToDismissal(state),
                                Texts.required("reason for rejecting", c.reason(), limits.line()))
                        .otherwise(() -> new LifecycleEvent.ReportRejected(c.reason()));
            case LifecycleCommand.MergeIncident c -> merge(state, c);
        };
    }

    private Decision<IncidentEvent> report(Incident state, LifecycleCommand.ReportIncident c, CommandHeader header) {
        return Objections.of(
                        when(
                                state.phase() != Phase.UNREPORTED,
                                Rule.ALREADY_EXISTS,
                                () -> "incident %s exists; report under a new id".formatted(c.incident())),
                        Texts.required("title", c.title(), limits.title()),
                        Texts.optional("description", c.description(), limits.internalText()),
                        objectToSupplier(c),
                        Times.notInFuture("the start", c.startedAt(), header),
                        ComponentRules.objectToCount(c.components().size(), limits))
                .otherwise(() -> new LifecycleEvent.IncidentReported(
                        c.incident(),
                        c.title(),
                        c.kind(),
                        c.severity(),
                        c.source(),
                        c.supplier(),
                        c.description(),
                        c.startedAt(),
                        ComponentRules.affected(c.components()),
                        c.exercise(),
                        c.external(),
                        c.reporter()));
    }

    private @Nullable Refusal objectToSupplier(LifecycleCommand.ReportIncident c) {
        return firstOf(
                when(
                        c.source() == ReportSource.SUPPLIER
                                && (c.supplier() == null || c.supplier().isBlank()),
                        Rule.SUPPLIER_MISSING,
                        () -> "the source is a supplier, but none is named; name the supplier"),
                Texts.optional("supplier", c.supplier(), limits.title()));
    }

    private Decision<IncidentEvent> acknowledge(Incident state) {
        Lifecycle lifecycle = state.lifecycle();
        return Objections.of(
                        lifecycle.objectIfClosed(),
                        lifecycle.objectIfRejected(),
                        lifecycle.objectIfMerged(),
                        when(
                                lifecycle.acknowledged(),
                                Rule.ALREADY_ACKNOWLEDGED,
                                () -> "incident %s is acknowledged; assign a role to say who deals with it"
                                        .formatted(lifecycle.id())))
                .otherwise(LifecycleEvent.IncidentAcknowledged::new);
    }

    private Decision<IncidentEvent> resolve(Incident state, LifecycleCommand.ResolveIncident c, CommandHeader header) {
        List<AccessPoint> closed = List.copyOf(state.containment().closed());
        Instant startedAt = state.lifecycle().startedAt();
        return Objections.of(
                        state.lifecycle().objectUnlessOpen(),
                        Texts.required("summary of the resolution", c.summary(), limits.line()),
                        when(
                                startedAt != null && header.occurredAt().isBefore(startedAt),
                                Rule.ENDS_BEFORE_START,
                                () -> "incident %s would end at %s, before it started at %s; check both instants"
                                        .formatted(c.incident(), header.occurredAt(), startedAt)),
                        when(
                                !closed.isEmpty() && !c.accessStaysClosed(),
                                Rule.ACCESS_STILL_CLOSED,
                                () -> String.format(
                                        Locale.ROOT,
                                        "%d access points are still closed (%s); restore them, or say that they stay closed",
                                        closed.size(),
                                        named(closed))))
                .otherwise(() -> new LifecycleEvent.IncidentResolved(c.summary(), closed));
    }

    private Decision<IncidentEvent> merge(Incident state, LifecycleCommand.MergeIncident c) {
        return Objections.of(
                        when(
                                c.into().equals(c.incident()) || c.lineage().contains(c.incident()),
                                Rule.MERGE_CYCLE,
                                () ->
                                        "incident %s cannot be merged into %s, which leads back to it; merge the other way"
                                                .formatted(c.incident(), c.into())),
                        when(
                                c.lineage().isEmpty(),
                                Rule.INCIDENT_UNKNOWN,
                                () -> "there is no incident %s to merge into; name one that was reported"
                                        .formatted(c.into())),
                        objectToDismissal(state),
                        Texts.required("reason for merging", c.reason(), limits.line()))
                .otherwise(() -> new LifecycleEvent.IncidentMerged(c.into(), c.reason()));
    }

    /** What is public must be taken back before the incident behind it can be dismissed. */
    private static @Nullable Refusal objectToDismissal(Incident state) {
        return firstOf(
                state.lifecycle().objectUnlessOpen(),
                when(
                        state.publication().updates().anyStanding(),
                        Rule.ALREADY_PUBLIC,
                        () -> "incident %s has public updates; retract them first"
                                .formatted(state.lifecycle().id())));
    }

    private static String named(List<AccessPoint> points) {
        String first = points.stream().limit(3).map(AccessPoint::name).collect(Collectors.joining(", "));
        return points.size() > 3 ? first + ", …" : first;
    }
}
