package org.incidentledger.projections.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.maintenance.Window;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.projections.replay.Stamp;
import org.jspecify.annotations.Nullable;

/** A story in the making: taken from one, changed by one event, given back as the next. */
final class StoryEdit {
    private final StoryType what;
    private final String id;
    private final long firstPosition;
    private final List<TitleChange> earlierTitles = new ArrayList<>();
    private final List<WindowChange> earlierWindows = new ArrayList<>();
    private final List<AffectedComponent> components = new ArrayList<>();
    private final List<StoryUpdate> updates = new ArrayList<>();
    private final List<PublishedRevision> postMortems = new ArrayList<>();

    private String title;
    Milestones milestones;

    @Nullable
    IncidentKind kind;

    @Nullable
    Severity impact;

    @Nullable
    StoryStatus status;

    @Nullable
    Window window;

    @Nullable
    ExternalRef external;

    @Nullable
    Dismissal dismissal;

    StoryEdit(StoryType what, String id, String title, Stamp first) {
        this.what = what;
        this.id = id;
        this.title = title;
        this.firstPosition = first.position();
        this.milestones = Milestones.reported(first.occurredAt(), null);
    }

    StoryEdit(PublicStory story) {
        what = story.what();
        id = story.id();
        firstPosition = story.firstPosition();
        title = story.title();
        milestones = story.milestones();
        kind = story.kind();
        impact = story.impact();
        status = story.status();
        window = story.window();
        external = story.external();
        dismissal = story.dismissal();
        earlierTitles.addAll(story.earlierTitles());
        earlierWindows.addAll(story.earlierWindows());
        components.addAll(story.components());
        updates.addAll(story.updates());
        postMortems.addAll(story.postMortems());
    }

    PublicStory done(String stream, long lastPosition) {
        return new PublicStory(
                stream,
                what,
                id,
                firstPosition,
                lastPosition,
                title,
                earlierTitles,
                kind,
                impact,
                status,
                milestones,
                window,
                earlierWindows,
                components,
                external,
                updates,
                postMortems,
                dismissal);
    }

    /** A title that the public never saw is replaced without a trace. */
    void retitle(TitleChange change) {
        title = change.to();
        if (PublicStory.shown(what, updates, postMortems)) {
            earlierTitles.add(change);
        }
    }

    void move(WindowChange change) {
        window = change.to();
        earlierWindows.add(change);
    }

    void affect(String component, ComponentStatus next) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).component().equals(component)) {
                components.set(i, components.get(i).now(next));
                return;
            }
        }
        components.add(new AffectedComponent(component, next, next));
    }

    void post(StoryUpdate update) {
        updates.add(update);
    }

    void change(UpdateId update, UnaryOperator<StoryUpdate> change) {
        for (int i = 0; i < updates.size(); i++) {
            if (updates.get(i).id().equals(update.value())) {
                updates.set(i, change.apply(updates.get(i)));
            }
        }
    }

    void publish(PublishedRevision revision) {
        postMortems.add(revision);
    }

    /** What follows from the updates that stand: the status on top of the page, and when it first said {@code monitoring}. */
    void readUpdates() {
        status = updates.stream()
                .filter(StoryUpdate::standing)
                .min(PublicTimeline.UPDATES_NEWEST_FIRST)
                .map(StoryUpdate::status)
                .orElse(null);
        milestones = milestones.monitoring(updates.stream()
                .filter(update -> update.standing() && update.status() == StoryStatus.MONITORING)
                .map(StoryUpdate::displayedAt)
                .min(Comparator.naturalOrder())
                .orElse(null));
    }
}
