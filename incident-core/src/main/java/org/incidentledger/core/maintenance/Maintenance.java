package org.incidentledger.core.maintenance;

import java.util.Arrays;
import java.util.List;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.publication.PublicUpdates;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of one maintenance, folded from its events. Immutable.
 *
 * @param events how many events the maintenance has, which is also the sequence of the next
 */
public record Maintenance(
        long events,
        MaintenanceStatus status,
        String title,
        @Nullable Window window,
        PublicUpdates updates) {
    /** The state before the first event. */
    public static final Maintenance UNSCHEDULED =
            new Maintenance(0, MaintenanceStatus.UNSCHEDULED, "", null, PublicUpdates.NONE);

    /**
     * The state after one more event.
     *
     * @throws ImpossibleEventException when no decider could have emitted it here
     */
    public Maintenance evolve(MaintenanceEvent event) {
        if (event instanceof MaintenanceEvent.MaintenanceScheduled == (status != MaintenanceStatus.UNSCHEDULED)) {
            throw impossible(event);
        }
        return switch (event) {
            case MaintenanceEvent.MaintenanceScheduled e ->
                next(MaintenanceStatus.SCHEDULED, e.title(), e.window(), updates);
            case MaintenanceEvent.MaintenanceRescheduled e -> planned(e).next(status, title, e.to(), updates);
            case MaintenanceEvent.MaintenanceStarted e ->
                from(e, MaintenanceStatus.SCHEDULED).to(MaintenanceStatus.IN_PROGRESS);
            case MaintenanceEvent.MaintenanceVerifying e ->
                from(e, MaintenanceStatus.IN_PROGRESS).to(MaintenanceStatus.VERIFYING);
            case MaintenanceEvent.MaintenanceCompleted e ->
                from(e, MaintenanceStatus.IN_PROGRESS, MaintenanceStatus.VERIFYING)
                        .to(MaintenanceStatus.COMPLETED);
            case MaintenanceEvent.MaintenanceCancelled e ->
                from(e, MaintenanceStatus.SCHEDULED, MaintenanceStatus.IN_PROGRESS, MaintenanceStatus.VERIFYING)
                        .to(MaintenanceStatus.CANCELLED);
            case MaintenanceEvent.MaintenanceUpdatePosted e -> with(updates.posted(e, e.update(), e.text()));
            case MaintenanceEvent.MaintenanceUpdateCorrected e ->
                with(updates.corrected(e, e.update(), e.from(), e.to()));
            case MaintenanceEvent.MaintenanceUpdateRetracted e -> with(updates.retracted(e, e.update()));
            case MaintenanceEvent.MaintenanceTitleCorrected e -> titled(e).next(status, e.to(), window, updates);
        };
    }

    boolean hasEnded() {
        return status == MaintenanceStatus.COMPLETED || status == MaintenanceStatus.CANCELLED;
    }

    private Maintenance from(MaintenanceEvent event, MaintenanceStatus... allowed) {
        List<MaintenanceStatus> before = Arrays.asList(allowed);
        if (!before.contains(status)) {
            throw impossible(event);
        }
        return this;
    }

    private Maintenance planned(MaintenanceEvent.MaintenanceRescheduled event) {
        if (hasEnded()) {
            throw impossible(event);
        }
        if (!event.from().equals(window)) {
            throw new ImpossibleEventException(event, "with another window");
        }
        return this;
    }

    private Maintenance titled(MaintenanceEvent.MaintenanceTitleCorrected event) {
        if (!event.from().equals(title)) {
            throw new ImpossibleEventException(event, "with another title");
        }
        return this;
    }

    private ImpossibleEventException impossible(MaintenanceEvent event) {
        return new ImpossibleEventException(event, Words.of(status));
    }

    private Maintenance to(MaintenanceStatus next) {
        return next(next, title, window, updates);
    }

    private Maintenance with(PublicUpdates next) {
        return next(status, title, window, next);
    }

    private Maintenance next(
            MaintenanceStatus nextStatus, String nextTitle, @Nullable Window nextWindow, PublicUpdates nextUpdates) {
        return new Maintenance(events + 1, nextStatus, nextTitle, nextWindow, nextUpdates);
    }
}
