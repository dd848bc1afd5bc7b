package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.AssessmentCommand.AssessIncident;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand.ReopenIncident;
import org.incidentledger.core.incident.LifecycleCommand.ReportIncident;
import org.incidentledger.core.incident.LifecycleCommand.ResolveIncident;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand.CorrectTitle;
import org.incidentledger.core.incident.PublicationCommand.CorrectUpdate;
import org.incidentledger.core.incident.PublicationCommand.PostUpdate;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.publication.PublicUpdate;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;

/** What must be sent so that the ledger tells of one incident what the source tells. For use by one thread, once. */
final class IncidentPlan {
    private final Rehearsal rehearsal;
    private final StatuspageIncident told;
    private final IncidentId id;
    private final IncidentEffects effects;
    private final UpdateSequence updates;
    private final int rank;
    private KnownIncident known;

    /** @param rank the place of the incident among all, from the oldest on */
    IncidentPlan(Rehearsal rehearsal, StatuspageIncident told, KnownIncident known, int rank) {
        this.rehearsal = rehearsal;
        this.told = told;
        this.id = SourcePage.incident(told.id());
        this.effects = new IncidentEffects(told);
        this.updates = new UpdateSequence(told, known.mirrored());
        this.known = known;
        this.rank = rank;
    }

    void make() {
        SourceClash.require(
                !known.isReported() || rehearsal.source().isMine(known.external(), told.id()),
                "incident",
                id.value(),
                rehearsal.source());
        if (known.isDismissed()) {
            return;
        }
        if (!known.isReported()) {
            report();
        }
        for (UpdateSequence.Told update : updates.oldestFirst()) {
            tell(update);
        }
        updates.oldestFirst().forEach(update -> correct(update.update()));
        correctTitle();
        assess();
    }

    private void report() {
        Instant startedAt = told.startedAt();
        ReportIncident command = new ReportIncident(
                id,
                told.name(),
                IncidentKind.AVAILABILITY,
                effects.severity(),
                ReportSource.STAFF,
                null,
                null,
                startedAt != null && startedAt.isAfter(told.createdAt()) ? null : startedAt,
                effects.atFirst(),
                false,
                rehearsal.source().ref(told.id(), told.shortlink()),
                null);
        send(news(told.createdAt()), command, told.createdAt(), null);
    }

    /** Posts an update that the ledger does not have, after what it says of the incident itself. */
    private void tell(UpdateSequence.Told next) {
        StatuspageUpdate update = next.update();
        UpdateId updateId = SourcePage.update(update.id());
        if (known.update(updateId) != null) {
            SourceClash.require(
                    known.mirrored().contains(updateId),
                    "update " + updateId + " of incident",
                    id.value(),
                    rehearsal.source());
            return;
        }
        Step.Turn turn = news(next.turn());
        if (!next.late()) {
            assess(turn, update);
            advance(turn, next);
        }
        PostUpdate command = new PostUpdate(
                id,
                updateId,
                SnakeWords.parse(PublicStatus.class, update.status()),
                update.body(),
                changes(update),
                update.displayAt().equals(update.createdAt()) ? null : update.displayAt(),
                rehearsal.source().ref(update.id(), null));
        send(turn, command, update.createdAt(), update);
    }

    private List<ComponentChange> changes(StatuspageUpdate update) {
        boolean first = known.state().publication().updates().byId().isEmpty();
        return first && update.effects().isEmpty()
                ? effects.harmless(known.named())
                : update.effects().stream()
                        .map(effect -> new ComponentChange(
                                SourcePage.component(effect.code()),
                                SnakeWords.parse(ComponentStatus.class, effect.oldStatus()),
                                SnakeWords.parse(ComponentStatus.class, effect.newStatus())))
                        .toList();
    }

    private void assess(Step.Turn turn, StatuspageUpdate update) {
        List<ComponentImpact> impacts = IncidentEffects.of(update).stream()
                .filter(impact -> current(impact.component()) != impact.status())
                .toList();
        if (!impacts.isEmpty()) {
            send(turn, AssessIncident.components(id, impacts), update.createdAt(), update);
        }
    }

    /** Resolves or reopens the incident when the update says so. */
    private void advance(Step.Turn turn, UpdateSequence.Told next) {
        StatuspageUpdate update = next.update();
        boolean over = UpdateSequence.isOver(update);
        if (over && !known.isOver() && known.state().containment().closed().isEmpty()) {
            send(turn, new ResolveIncident(id, "resolved at the source", false), resolvedAt(next), update);
        } else if (!over && known.isOver()) {
            ReopenIncident command = new ReopenIncident(id, "%s again at the source".formatted(update.status()));
            send(turn, command, update.createdAt(), update);
        }
    }

    /** When the source says it was resolved, if that fits its other instants; else when it said so. */
    private Instant resolvedAt(UpdateSequence.Told next) {
        Instant startedAt = known.state().lifecycle().startedAt();
        Instant at = next.endedAt(told.resolvedAt());
        return startedAt != null && at.isBefore(startedAt) ? startedAt : at;
    }

    private void correct(StatuspageUpdate update) {
        UpdateId updateId = SourcePage.update(update.id());
        PublicUpdate standing = known.update(updateId);
        if (standing != null && !standing.retracted() && !standing.text().equals(update.body())) {
            CorrectUpdate command = new CorrectUpdate(id, updateId, update.body(), MirrorReasons.TEXT_CHANGED);
            send(amendment(update.updatedAt()), command, rehearsal.past(update.updatedAt()), update);
        }
    }

    private void correctTitle() {
        if (!known.state().publication().title().equals(told.name())) {
            amend(new CorrectTitle(id, told.name(), MirrorReasons.TEXT_CHANGED));
        }
    }

    private void assess() {
        boolean other = known.state().assessment().severity() != effects.severity();
        List<ComponentImpact> impacts = effects.byImpact().stream()
                .filter(impact -> current(impact.component()) != impact.status())
                .filter(impact -> !known.named().contains(impact.component()) || (other && !known.isOver()))
                .toList();
        if (other || !impacts.isEmpty()) {
            amend(new AssessIncident(
                    id, other ? effects.severity() : null, null, impacts, List.of(), List.of(), Map.of()));
        }
    }

    private ComponentStatus current(ComponentId component) {
        return known.state().assessment().components().getOrDefault(component, ComponentStatus.OPERATIONAL);
    }

    private void amend(IncidentCommand command) {
        send(amendment(told.updatedAt()), command, rehearsal.past(told.updatedAt()), null);
    }

    private Step.Turn news(Instant turn) {
        return new Step.Turn(Step.Stage.NEWS, turn, rank);
    }

    private Step.Turn amendment(Instant turn) {
        return new Step.Turn(Step.Stage.AMENDMENT, turn, rank);
    }

    private void send(Step.Turn turn, IncidentCommand command, Instant at, @Nullable StatuspageUpdate about) {
        String subject = "incident " + told.id() + (about == null ? "" : ", update " + about.id());
        known = rehearsal.add(known, turn, new SourceCommand.ToIncident(command), new Rehearsal.Occasion(at, subject));
    }
}
