package org.incidentledger.projections.timeline;

import java.util.List;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.ActionItemEvent;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.NotificationEvent;
import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.projections.replay.Stamp;
import org.jspecify.annotations.Nullable;

/** How the events of an incident change its story. */
final class IncidentStory {
    private IncidentStory() {}

    /** Whether events of this family can have a say in what the public sees. */
    static boolean concerns(IncidentEvent event) {
        return switch (event) {
            case LifecycleEvent e -> true;
            case AssessmentEvent e -> true;
            case PublicationEvent e -> true;
            case PostMortemEvent e -> true;
            case ContainmentEvent e -> false;
            case NotificationEvent e -> false;
            case ObligationEvent e -> false;
            case ActionItemEvent e -> false;
            case RecordEvent e -> false;
        };
    }

    static @Nullable PublicStory apply(@Nullable PublicStory before, RecordedEvent recorded, IncidentEvent event) {
        Stamp stamp = Stamp.of(recorded);
        if (event instanceof LifecycleEvent.IncidentReported reported) {
            return reported.exercise()
                    ? null
                    : report(reported, stamp).done(recorded.stream().toString(), stamp.position());
        }
        if (before == null) {
            return null;
        }
        StoryEdit story = new StoryEdit(before);
        switch (event) {
            case LifecycleEvent e -> apply(story, stamp, e);
            case AssessmentEvent e -> apply(story, e);
            case PublicationEvent e -> apply(story, stamp, e);
            case PostMortemEvent e -> apply(story, stamp, e);
            case ContainmentEvent e -> {}
            case NotificationEvent e -> {}
            case ObligationEvent e -> {}
            case ActionItemEvent e -> {}
            case RecordEvent e -> {}
        }
        return story.done(before.stream(), stamp.position());
    }

    private static StoryEdit report(LifecycleEvent.IncidentReported e, Stamp stamp) {
        StoryEdit story = new StoryEdit(StoryType.INCIDENT, e.incident().value(), e.title(), stamp);
        story.milestones = Milestones.reported(stamp.occurredAt(), e.startedAt());
        story.kind = e.kind();
        story.impact = e.severity();
        story.external = e.external();
        e.components().forEach(impact -> story.affect(impact.component().value(), impact.status()));
        return story;
    }

    private static void apply(StoryEdit story, Stamp stamp, LifecycleEvent event) {
        switch (event) {
            case LifecycleEvent.IncidentReported e -> {}
            case LifecycleEvent.IncidentAcknowledged e -> {}
            case LifecycleEvent.IncidentResolved e -> story.milestones = story.milestones.ended(stamp.occurredAt());
            case LifecycleEvent.IncidentReopened e -> story.milestones = story.milestones.ended(null);
            case LifecycleEvent.ReportRejected e -> story.dismissal = new Dismissal(null, stamp);
            case LifecycleEvent.IncidentMerged e ->
                story.dismissal = new Dismissal(e.into().value(), stamp);
        }
    }

    private static void apply(StoryEdit story, AssessmentEvent event) {
        switch (event) {
            case AssessmentEvent.IncidentAssessed e -> {
                story.impact =
                        e.severity() == null ? story.impact : e.severity().to();
                story.kind = e.kind() == null ? story.kind : e.kind().to();
                affect(story, e.components());
            }
            case AssessmentEvent.RoleAssigned e -> {}
        }
    }

    private static void apply(StoryEdit story, Stamp stamp, PublicationEvent event) {
        switch (event) {
            case PublicationEvent.PublicUpdatePosted e -> {
                story.post(posted(e, stamp));
                affect(story, e.components());
            }
            case PublicationEvent.PublicUpdateCorrected e ->
                story.change(
                        e.update(), update -> update.corrected(new TextChange(e.from(), e.to(), e.reason(), stamp)));
            case PublicationEvent.PublicUpdateRetracted e ->
                story.change(e.update(), update -> update.retracted(new Retraction(e.reason(), stamp)));
            case PublicationEvent.TitleCorrected e ->
                story.retitle(new TitleChange(e.from(), e.to(), e.reason(), stamp));
        }
        story.readUpdates();
    }

    private static StoryUpdate posted(PublicationEvent.PublicUpdatePosted e, Stamp stamp) {
        return new StoryUpdate(
                e.update().value(),
                StoryStatus.of(e.status()),
                e.text(),
                e.displayAt(),
                stamp,
                e.external(),
                e.components().stream()
                        .map(change -> new ComponentStep(change.component().value(), change.from(), change.to()))
                        .toList(),
                List.of(),
                null);
    }

    private static void apply(StoryEdit story, Stamp stamp, PostMortemEvent event) {
        switch (event) {
            case PostMortemEvent.PostMortemPublished e -> story.publish(new PublishedRevision(e.revision(), stamp));
            case PostMortemEvent.PostMortemRevised e -> {}
            case PostMortemEvent.PostMortemApproved e -> {}
            case PostMortemEvent.PostMortemWaived e -> {}
        }
    }

    private static void affect(StoryEdit story, List<ComponentChange> changes) {
        for (ComponentChange change : changes) {
            String component = change.component().value();
            if (change.from() != ComponentStatus.OPERATIONAL) {
                story.affect(component, change.from());
            }
            story.affect(component, change.to());
        }
    }
}
