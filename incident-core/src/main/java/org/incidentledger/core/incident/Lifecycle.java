package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.when;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/**
 * The phase of an incident, and what bounds its life.
 *
 * @param acknowledged whether somebody took it up since it was reported or last reopened
 */
public record Lifecycle(
        @Nullable IncidentId id,
        Phase phase,
        boolean exercise,
        boolean acknowledged,
        @Nullable Instant startedAt) {
    static final Lifecycle UNREPORTED = new Lifecycle(null, Phase.UNREPORTED, false, false, null);

    private static final Set<Phase> OPEN = EnumSet.of(Phase.REPORTED, Phase.INVESTIGATING, Phase.CONTAINED);
    private static final Set<Phase> OVER = EnumSet.of(Phase.RESOLVED, Phase.CLOSED);

    Lifecycle after(IncidentEvent event) {
        if (event instanceof LifecycleEvent.IncidentReported reported) {
            return reported(reported);
        }
        require(event, EnumSet.complementOf(EnumSet.of(Phase.UNREPORTED)));
        return switch (event) {
            case LifecycleEvent lifecycle -> after(lifecycle);
            case ContainmentEvent containment -> after(containment);
            case PostMortemEvent postMortem -> after(postMortem);
            case AssessmentEvent e -> this;
            case PublicationEvent e -> this;
            case NotificationEvent e -> this;
            case ObligationEvent e -> this;
            case ActionItemEvent e -> this;
            case RecordEvent e -> this;
        };
    }

    private Lifecycle after(LifecycleEvent event) {
        return switch (event) {
            case LifecycleEvent.IncidentReported e -> reported(e);
            case LifecycleEvent.IncidentAcknowledged e ->
                new Lifecycle(id, phase == Phase.REPORTED ? Phase.INVESTIGATING : phase, exercise, true, startedAt);
            case LifecycleEvent.IncidentResolved e -> require(e, OPEN).to(Phase.RESOLVED);
            case LifecycleEvent.IncidentReopened e ->
                new Lifecycle(require(e, OVER).id, Phase.INVESTIGATING, exercise, false, startedAt);
            case LifecycleEvent.ReportRejected e -> require(e, OPEN).to(Phase.REJECTED);
            case LifecycleEvent.IncidentMerged e -> require(e, OPEN).to(Phase.MERGED);
        };
    }

    private Lifecycle after(ContainmentEvent event) {
        return switch (event) {
            case ContainmentEvent.IncidentContained e ->
                require(e, EnumSet.of(Phase.REPORTED, Phase.INVESTIGATING)).to(Phase.CONTAINED);
            case ContainmentEvent.ContainmentLost e ->
                require(e, EnumSet.of(Phase.CONTAINED)).to(Phase.INVESTIGATING);
            case ContainmentEvent.AccessClosed e -> this;
            case ContainmentEvent.AccessRestored e -> this;
        };
    }

    private Lifecycle after(PostMortemEvent event) {
        return switch (event) {
            case PostMortemEvent.PostMortemPublished e -> require(e, OVER).to(Phase.CLOSED);
            case PostMortemEvent.PostMortemWaived e ->
                require(e, EnumSet.of(Phase.RESOLVED)).to(Phase.CLOSED);
            case PostMortemEvent.PostMortemRevised e -> this;
            case PostMortemEvent.PostMortemApproved e -> this;
        };
    }

    private Lifecycle reported(LifecycleEvent.IncidentReported event) {
        require(event, EnumSet.of(Phase.UNREPORTED));
        return new Lifecycle(event.incident(), Phase.REPORTED, event.exercise(), false, event.startedAt());
    }

    private Lifecycle to(Phase next) {
        return new Lifecycle(id, next, exercise, acknowledged, startedAt);
    }

    private Lifecycle require(IncidentEvent event, Set<Phase> from) {
        if (!from.contains(phase)) {
            throw new ImpossibleEventException(event, Words.of(phase));
        }
        return this;
    }

    boolean isOpen() {
        return OPEN.contains(phase);
    }

    boolean isOver() {
        return OVER.contains(phase);
    }

    @Nullable
    Refusal objectUnlessOpen() {
        return when(
                !isOpen(),
                Rule.INCIDENT_NOT_OPEN,
                () -> "incident %s is %s, not open; reopen it or report another".formatted(id, Words.of(phase)));
    }

    @Nullable
    Refusal objectUnlessOver() {
        return when(
                !isOver(),
                Rule.INCIDENT_NOT_RESOLVED,
                () -> "incident %s is %s, not resolved; resolve it first".formatted(id, Words.of(phase)));
    }

    @Nullable
    Refusal objectIfClosed() {
        return when(
                phase == Phase.CLOSED,
                Rule.INCIDENT_CLOSED,
                () -> "incident %s is closed; reopen it first".formatted(id));
    }

    @Nullable
    Refusal objectIfOver() {
        return when(
                isOver(),
                Rule.INCIDENT_RESOLVED,
                () -> "incident %s is %s; reopen it first".formatted(id, Words.of(phase)));
    }

    @Nullable
    Refusal objectIfMerged() {
        return when(
                phase == Phase.MERGED,
                Rule.INCIDENT_MERGED,
                () -> "incident %s was merged; use the incident that it was merged into".formatted(id));
    }

    @Nullable
    Refusal objectIfRejected() {
        return when(
                phase == Phase.REJECTED,
                Rule.INCIDENT_REJECTED,
                () -> "incident %s was rejected; report another if there is one after all".formatted(id));
    }

    @Nullable
    Refusal objectIfExercise() {
        return when(
                exercise,
                Rule.EXERCISE_NEVER_PUBLIC,
                () -> "incident %s is an exercise, nothing of it is public or sent; report a real one".formatted(id));
    }
}
