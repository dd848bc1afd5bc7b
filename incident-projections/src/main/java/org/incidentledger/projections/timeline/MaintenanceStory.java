package org.incidentledger.projections.timeline;

import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.projections.replay.Stamp;
import org.jspecify.annotations.Nullable;

/** How the events of a maintenance change its story. */
final class MaintenanceStory {
    private MaintenanceStory() {}

    static @Nullable PublicStory apply(@Nullable PublicStory before, RecordedEvent recorded, MaintenanceEvent event) {
        Stamp stamp = Stamp.of(recorded);
        if (event instanceof MaintenanceEvent.MaintenanceScheduled scheduled) {
            return schedule(scheduled, stamp).done(recorded.stream().toString(), stamp.position());
        }
        if (before == null) {
            return null;
        }
        StoryEdit story = new StoryEdit(before);
        apply(story, stamp, event);
        return story.done(before.stream(), stamp.position());
    }

    private static StoryEdit schedule(MaintenanceEvent.MaintenanceScheduled e, Stamp stamp) {
        StoryEdit story = new StoryEdit(StoryType.MAINTENANCE, e.maintenance().value(), e.title(), stamp);
        story.status = StoryStatus.SCHEDULED;
        story.window = e.window();
        story.external = e.external();
        e.components().forEach(component -> story.affect(component.value(), ComponentStatus.UNDER_MAINTENANCE));
        return story;
    }

    private static void apply(StoryEdit story, Stamp stamp, MaintenanceEvent event) {
        switch (event) {
            case MaintenanceEvent.MaintenanceScheduled e -> {}
            case MaintenanceEvent.MaintenanceRescheduled e ->
                story.move(new WindowChange(e.from(), e.to(), e.reason(), stamp));
            case MaintenanceEvent.MaintenanceStarted e -> {
                story.status = StoryStatus.IN_PROGRESS;
                story.milestones = story.milestones.started(stamp.occurredAt());
            }
            case MaintenanceEvent.MaintenanceVerifying e -> {
                story.status = StoryStatus.VERIFYING;
                story.milestones = story.milestones.verifying(stamp.occurredAt());
            }
            case MaintenanceEvent.MaintenanceCompleted e -> end(story, stamp, StoryStatus.COMPLETED);
            case MaintenanceEvent.MaintenanceCancelled e -> end(story, stamp, StoryStatus.CANCELLED);
            case MaintenanceEvent.MaintenanceUpdatePosted e -> story.post(posted(e, stamp));
            case MaintenanceEvent.MaintenanceUpdateCorrected e ->
                story.change(
                        e.update(), update -> update.corrected(new TextChange(e.from(), e.to(), e.reason(), stamp)));
            case MaintenanceEvent.MaintenanceUpdateRetracted e ->
                story.change(e.update(), update -> update.retracted(new Retraction(e.reason(), stamp)));
            case MaintenanceEvent.MaintenanceTitleCorrected e ->
                story.retitle(new TitleChange(e.from(), e.to(), e.reason(), stamp));
        }
    }

    private static void end(StoryEdit story, Stamp stamp, StoryStatus status) {
        story.status = status;
        story.milestones = story.milestones.ended(stamp.occurredAt());
    }

    private static StoryUpdate posted(MaintenanceEvent.MaintenanceUpdatePosted e, Stamp stamp) {
        return new StoryUpdate(
                e.update().value(),
                StoryStatus.of(e.status()),
                e.text(),
                e.displayAt(),
                stamp,
                e.external(),
                List.of(),
                List.of(),
                null);
    }
}
