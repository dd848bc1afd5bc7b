package org.incidentledger.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.incidentledger.projections.timeline.Milestones;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.web.page.StoryPage.Fact;
import org.jspecify.annotations.Nullable;

/** The instants of a story and what lies between them. */
final class StoryFacts {
    private final List<Fact> facts = new ArrayList<>();

    private StoryFacts() {}

    static List<Fact> of(PublicStory story) {
        StoryFacts found = new StoryFacts();
        if (story.what() == StoryType.INCIDENT) {
            found.incident(story);
        } else {
            found.maintenance(story);
        }
        return List.copyOf(found.facts);
    }

    private void incident(PublicStory story) {
        Milestones milestones = story.milestones();
        Instant began = milestones.startedAt() == null ? milestones.reportedAt() : milestones.startedAt();
        Instant notice = story.updates().stream()
                .map(update -> update.posted().occurredAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
        at(milestones.startedAt() == null ? "Reported" : "Began", began);
        at("Resolved", milestones.endedAt());
        length("Duration", began, milestones.endedAt());
        length("Time to first public notice", began, notice);
        if (story.kind() != null) {
            facts.add(new Fact("Kind", Show.words(story.kind()), null));
        }
    }

    private void maintenance(PublicStory story) {
        Milestones milestones = story.milestones();
        at("Announced", milestones.reportedAt());
        at("Work began", milestones.startedAt());
        at("Ended", milestones.endedAt());
        length("Work took", milestones.startedAt(), milestones.endedAt());
    }

    private void at(String name, @Nullable Instant instant) {
        if (instant != null) {
            facts.add(new Fact(name, "", instant));
        }
    }

    private void length(String name, @Nullable Instant from, @Nullable Instant until) {
        if (from != null && until != null && !until.isBefore(from)) {
            facts.add(new Fact(name, Show.duration(Duration.between(from, until)), null));
        }
    }
}
