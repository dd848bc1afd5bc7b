package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.timeline.AffectedComponent;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.StoryStatus;
import org.incidentledger.projections.timeline.StoryType;

/** Components in the shape of the Statuspage API v2, with the worst that public stories say of them now. */
final class ComponentRendering {
    private final String pageId;
    private final Map<String, ComponentHistory> byId = new HashMap<>();
    private final Map<String, ComponentStatus> worst = new HashMap<>();

    ComponentRendering(String pageId, List<ComponentHistory> components, List<PublicStory> stories) {
        this.pageId = pageId;
        components.forEach(component -> byId.put(component.id(), component));
        stories.stream()
                .filter(ComponentRendering::hasEffect)
                .flatMap(story -> story.components().stream())
                .forEach(effect ->
                        worst.merge(effect.component(), effect.status(), (a, b) -> a.compareTo(b) > 0 ? a : b));
    }

    /** The components of a story in the order of the page; those that are in no catalog are left out. */
    List<StatuspageComponent> of(PublicStory story) {
        return story.components().stream()
                .map(AffectedComponent::component)
                .filter(byId::containsKey)
                .map(this::component)
                .sorted(Comparator.comparingInt(StatuspageComponent::position).thenComparing(StatuspageComponent::id))
                .toList();
    }

    String id(String component) {
        ComponentHistory history = byId.get(component);
        return history == null ? component : SourcePage.idOf(history.external(), component);
    }

    String name(String component) {
        ComponentHistory history = byId.get(component);
        return history == null ? component : history.description().name();
    }

    /** An incident has an effect until it is over; a maintenance only while the work is done. */
    private static boolean hasEffect(PublicStory story) {
        return story.open()
                && (story.what() == StoryType.INCIDENT
                        || story.status() == StoryStatus.IN_PROGRESS
                        || story.status() == StoryStatus.VERIFYING);
    }

    StatuspageComponent component(String id) {
        ComponentHistory history = Objects.requireNonNull(byId.get(id));
        ComponentDescription description = history.description();
        Instant addedAt = history.added().occurredAt();
        return new StatuspageComponent(
                id(id),
                description.name(),
                SnakeWords.of(worst.getOrDefault(id, ComponentStatus.OPERATIONAL)),
                addedAt,
                history.earlier().isEmpty()
                        ? addedAt
                        : history.earlier().getLast().until().occurredAt(),
                description.order(),
                description.description(),
                false,
                null,
                null,
                pageId,
                false,
                false);
    }
}
