package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.Objects;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceCommand.CompleteMaintenance;
import org.incidentledger.core.maintenance.MaintenanceCommand.CorrectMaintenanceTitle;
import org.incidentledger.core.maintenance.MaintenanceCommand.CorrectMaintenanceUpdate;
import org.incidentledger.core.maintenance.MaintenanceCommand.PostMaintenanceUpdate;
import org.incidentledger.core.maintenance.MaintenanceCommand.RescheduleMaintenance;
import org.incidentledger.core.maintenance.MaintenanceCommand.ScheduleMaintenance;
import org.incidentledger.core.maintenance.MaintenanceCommand.StartMaintenance;
import org.incidentledger.core.maintenance.MaintenanceCommand.VerifyMaintenance;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.PublicUpdate;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;

/** What must be sent so that the ledger tells of one maintenance what the source tells. For use by one thread, once. */
final class MaintenancePlan {
    private final Rehearsal rehearsal;
    private final StatuspageIncident told;
    private final MaintenanceId id;
    private final Window window;
    private final UpdateSequence updates;
    private final int rank;
    private KnownMaintenance known;

    /** @param rank the place of the maintenance among all, from the oldest on */
    MaintenancePlan(Rehearsal rehearsal, StatuspageIncident told, KnownMaintenance known, int rank) {
        this.rehearsal = rehearsal;
        this.told = told;
        this.id = SourcePage.maintenance(told.id());
        this.window = new Window(
                Objects.requireNonNull(told.scheduledFor(), "scheduled_for"),
                Objects.requireNonNull(told.scheduledUntil(), "scheduled_until"));
        this.updates = new UpdateSequence(told, known.mirrored());
        this.known = known;
        this.rank = rank;
    }

    void make() {
        SourceClash.require(
                !known.isScheduled() || rehearsal.source().isMine(known.external(), told.id()),
                "maintenance",
                id.value(),
                rehearsal.source());
        if (!known.isScheduled()) {
            schedule();
        } else if (!known.hasEnded() && !window.equals(known.state().window())) {
            reschedule();
        }
        updates.oldestFirst().forEach(this::tell);
        updates.oldestFirst().forEach(update -> correct(update.update()));
        if (!known.state().title().equals(told.name())) {
            CorrectMaintenanceTitle command = new CorrectMaintenanceTitle(id, told.name(), MirrorReasons.TEXT_CHANGED);
            send(amendment(told.updatedAt()), command, rehearsal.past(told.updatedAt()), null);
        }
    }

    private void schedule() {
        ScheduleMaintenance command = new ScheduleMaintenance(
                id,
                told.name(),
                told.components().stream()
                        .map(component -> SourcePage.component(component.id()))
                        .toList(),
                window,
                rehearsal.source().ref(told.id(), told.shortlink()));
        send(news(told.createdAt()), command, told.createdAt(), null);
    }

    /** Before the updates: one of them may end the maintenance, and then its window stays what it was. */
    private void reschedule() {
        RescheduleMaintenance command = new RescheduleMaintenance(id, window, MirrorReasons.WINDOW_CHANGED);
        send(news(told.createdAt()), command, rehearsal.past(told.updatedAt()), null);
    }

    private void tell(UpdateSequence.Told next) {
        StatuspageUpdate update = next.update();
        UpdateId updateId = SourcePage.update(update.id());
        if (known.update(updateId) != null) {
            SourceClash.require(
                    known.mirrored().contains(updateId),
                    "update " + updateId + " of maintenance",
                    id.value(),
                    rehearsal.source());
            return;
        }
        MaintenanceStatus status = SnakeWords.parse(MaintenanceStatus.class, update.status());
        Step.Turn turn = news(next.turn());
        if (!next.late()) {
            advance(turn, status, next);
        }
        PostMaintenanceUpdate command = new PostMaintenanceUpdate(
                id,
                updateId,
                status,
                update.body(),
                update.displayAt().equals(update.createdAt()) ? null : update.displayAt(),
                rehearsal.source().ref(update.id(), null));
        send(turn, command, update.createdAt(), update);
    }

    /** Takes the maintenance to the status that an update states, through those between. */
    private void advance(Step.Turn turn, MaintenanceStatus status, UpdateSequence.Told next) {
        StatuspageUpdate update = next.update();
        if (status.compareTo(MaintenanceStatus.IN_PROGRESS) >= 0 && is(MaintenanceStatus.SCHEDULED)) {
            send(turn, new StartMaintenance(id), update.createdAt(), update);
        }
        if (status == MaintenanceStatus.VERIFYING && is(MaintenanceStatus.IN_PROGRESS)) {
            send(turn, new VerifyMaintenance(id), update.createdAt(), update);
        }
        if (status == MaintenanceStatus.COMPLETED && !known.hasEnded()) {
            send(turn, new CompleteMaintenance(id, "completed at the source"), update.createdAt(), update);
        }
    }

    private void correct(StatuspageUpdate update) {
        UpdateId updateId = SourcePage.update(update.id());
        PublicUpdate standing = known.update(updateId);
        if (standing != null && !standing.retracted() && !standing.text().equals(update.body())) {
            CorrectMaintenanceUpdate command =
                    new CorrectMaintenanceUpdate(id, updateId, update.body(), MirrorReasons.TEXT_CHANGED);
            send(amendment(update.updatedAt()), command, rehearsal.past(update.updatedAt()), update);
        }
    }

    private boolean is(MaintenanceStatus status) {
        return known.state().status() == status;
    }

    private Step.Turn news(Instant turn) {
        return new Step.Turn(Step.Stage.NEWS, turn, rank);
    }

    private Step.Turn amendment(Instant turn) {
        return new Step.Turn(Step.Stage.AMENDMENT, turn, rank);
    }

    private void send(Step.Turn turn, MaintenanceCommand command, Instant at, @Nullable StatuspageUpdate about) {
        String subject = "maintenance " + told.id() + (about == null ? "" : ", update " + about.id());
        known = rehearsal.add(
                known, turn, new SourceCommand.ToMaintenance(command), new Rehearsal.Occasion(at, subject));
    }
}
