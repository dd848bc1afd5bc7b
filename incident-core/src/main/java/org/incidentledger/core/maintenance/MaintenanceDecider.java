package org.incidentledger.core.maintenance;

import static org.incidentledger.core.decision.Objections.firstOf;
import static org.incidentledger.core.decision.Objections.when;

import java.util.Locale;
import java.util.Objects;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/** Decides every command of a maintenance. Pure, and safe for use by many threads. */
public final class MaintenanceDecider {
    private final Limits limits;

    public MaintenanceDecider(Limits limits) {
        this.limits = limits;
    }

    /** Grants the command with the events that follow from it, or refuses it by the first rule that stands against it. */
    public Decision<MaintenanceEvent> decide(Maintenance state, MaintenanceCommand command, CommandHeader header) {
        Refusal refusal = objectToAny(state, command, header);
        if (refusal != null) {
            return new Decision.Refused<>(refusal);
        }
        return switch (command) {
            case MaintenanceCommand.ScheduleMaintenance c -> schedule(state, c);
            case MaintenanceCommand.RescheduleMaintenance c -> reschedule(state, c);
            case MaintenanceCommand.StartMaintenance c ->
                Objections.of(objectIfEnded(state, c), objectIfStarted(state, c))
                        .otherwise(MaintenanceEvent.MaintenanceStarted::new);
            case MaintenanceCommand.VerifyMaintenance c ->
                Objections.of(
                                objectIfEnded(state, c),
                                objectUnlessStarted(state, c),
                                when(
                                        state.status() == MaintenanceStatus.VERIFYING,
                                        Rule.NOTHING_CHANGED,
                                        () -> "maintenance %s is already being verified; complete it"
                                                .formatted(c.maintenance())))
                        .otherwise(MaintenanceEvent.MaintenanceVerifying::new);
            case MaintenanceCommand.CompleteMaintenance c ->
                Objections.of(
                                objectIfEnded(state, c),
                                objectUnlessStarted(state, c),
                                Texts.required("outcome", c.outcome(), limits.line()))
                        .otherwise(() -> new MaintenanceEvent.MaintenanceCompleted(c.outcome()));
            case MaintenanceCommand.CancelMaintenance c ->
                Objections.of(objectIfEnded(state, c), Texts.required("reason", c.reason(), limits.line()))
                        .otherwise(() -> new MaintenanceEvent.MaintenanceCancelled(c.reason()));
            case MaintenanceCommand.PostMaintenanceUpdate c -> post(state, c, header);
            case MaintenanceCommand.CorrectMaintenanceUpdate c ->
                Objections.of(state.updates().objectToCorrection(c.update(), c.text(), c.reason(), limits))
                        .otherwise(() -> new MaintenanceEvent.MaintenanceUpdateCorrected(
                                c.update(), state.updates().textOf(c.update()), c.text(), c.reason()));
            case MaintenanceCommand.RetractMaintenanceUpdate c ->
                Objections.of(state.updates().objectToRetraction(c.update(), c.reason(), limits))
                        .otherwise(() -> new MaintenanceEvent.MaintenanceUpdateRetracted(c.update(), c.reason()));
            case MaintenanceCommand.CorrectMaintenanceTitle c -> correctTitle(state, c);
        };
    }

    private @Nullable Refusal objectToAny(Maintenance state, MaintenanceCommand command, CommandHeader header) {
        return firstOf(
                Times.notInFuture("the instant", header.occurredAt(), header),
                Texts.optional("reason", header.reason(), limits.line()),
                when(
                        state.status() == MaintenanceStatus.UNSCHEDULED
                                && !(command instanceof MaintenanceCommand.ScheduleMaintenance),
                        Rule.MAINTENANCE_UNKNOWN,
                        () -> "there is no maintenance %s; schedule it first".formatted(command.maintenance())),
                when(
                        state.events() >= limits.events(),
                        Rule.TOO_MANY,
                        () -> String.format(
                                Locale.ROOT,
                                "maintenance %s has %,d events, the limit is %,d; schedule another",
                                command.maintenance(),
                                state.events(),
                                limits.events())));
    }

    private Decision<MaintenanceEvent> schedule(Maintenance state, MaintenanceCommand.ScheduleMaintenance c) {
        return Objections.of(
                        when(
                                state.status() != MaintenanceStatus.UNSCHEDULED,
                                Rule.ALREADY_EXISTS,
                                () -> "maintenance %s exists; schedule under a new id".formatted(c.maintenance())),
                        Texts.required("title", c.title(), limits.title()),
                        objectToWindow(c.window()),
                        when(
                                c.components().size() > limits.components(),
                                Rule.TOO_MANY,
                                () -> String.format(
                                        Locale.ROOT,
                                        "%,d components are named, the limit is %,d; name the group that they belong to",
                                        c.components().size(),
                                        limits.components())))
                .otherwise(() -> new MaintenanceEvent.MaintenanceScheduled(
                        c.maintenance(),
                        c.title(),
                        c.components().stream().distinct().toList(),
                        c.window(),
                        c.external()));
    }

    private Decision<MaintenanceEvent> reschedule(Maintenance state, MaintenanceCommand.RescheduleMaintenance c) {
        return Objections.of(
                        objectIfEnded(state, c),
                        objectToWindow(c.window()),
                        Texts.required("reason", c.reason(), limits.line()),
                        when(
                                c.window().equals(state.window()),
                                Rule.NOTHING_CHANGED,
                                () -> "maintenance %s already has this window; say what changed"
                                        .formatted(c.maintenance())))
                .otherwise(() -> new MaintenanceEvent.MaintenanceRescheduled(
                        Objects.requireNonNull(state.window(), "a scheduled maintenance has a window"),
                        c.window(),
                        c.reason()));
    }

    private Decision<MaintenanceEvent> post(
            Maintenance state, MaintenanceCommand.PostMaintenanceUpdate c, CommandHeader header) {
        return Objections.of(
                        state.updates().objectToPosting(c.update(), c.text(), limits),
                        Times.notInFuture("the instant to display", c.displayAt(), header))
                .otherwise(() -> new MaintenanceEvent.MaintenanceUpdatePosted(
                        c.update(), c.status(), c.text(), c.displayAt(), c.external()));
    }

    private Decision<MaintenanceEvent> correctTitle(Maintenance state, MaintenanceCommand.CorrectMaintenanceTitle c) {
        return Objections.of(
                        Texts.required("title", c.title(), limits.title()),
                        Texts.required("reason of the correction", c.reason(), limits.line()),
                        when(
                                state.title().equals(c.title()),
                                Rule.SAME_TEXT,
                                () -> "maintenance %s already has this title; send the title as it should be"
                                        .formatted(c.maintenance())))
                .otherwise(() -> new MaintenanceEvent.MaintenanceTitleCorrected(state.title(), c.title(), c.reason()));
    }

    private static @Nullable Refusal objectToWindow(Window window) {
        return firstOf(
                Times.planned("the beginning of the window", window.from()),
                Times.planned("the end of the window", window.until()),
                when(
                        !window.until().isAfter(window.from()),
                        Rule.ENDS_BEFORE_START,
                        () -> "the window would end at %s, not after it begins at %s; check both instants"
                                .formatted(window.until(), window.from())));
    }

    private static @Nullable Refusal objectIfEnded(Maintenance state, MaintenanceCommand command) {
        return when(
                state.hasEnded(),
                Rule.MAINTENANCE_ENDED,
                () -> "maintenance %s is %s; schedule another"
                        .formatted(command.maintenance(), Words.of(state.status())));
    }

    private static @Nullable Refusal objectIfStarted(Maintenance state, MaintenanceCommand command) {
        return when(
                state.status() != MaintenanceStatus.SCHEDULED,
                Rule.MAINTENANCE_STARTED,
                () -> "maintenance %s has started; complete or cancel it".formatted(command.maintenance()));
    }

    private static @Nullable Refusal objectUnlessStarted(Maintenance state, MaintenanceCommand command) {
        return when(
                state.status() == MaintenanceStatus.SCHEDULED,
                Rule.MAINTENANCE_NOT_STARTED,
                () -> "maintenance %s has not started; start it first".formatted(command.maintenance()));
    }
}
