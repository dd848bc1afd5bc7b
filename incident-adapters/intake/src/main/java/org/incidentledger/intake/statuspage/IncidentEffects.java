package org.incidentledger.intake.statuspage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.incident.Severity;

/**
 * What an incident says of components. Where its updates tell, they count; of a component that no update tells of, the impact
 * of the incident is taken.
 */
final class IncidentEffects {
    private final Impact impact;
    private final List<StatuspageUpdate> oldestFirst;
    private final List<ComponentId> untold = new ArrayList<>();

    IncidentEffects(StatuspageIncident incident) {
        this.impact = SnakeWords.parse(Impact.class, incident.impact());
        this.oldestFirst = incident.oldestFirst();
        Set<ComponentId> told = new HashSet<>();
        oldestFirst.forEach(update -> of(update).forEach(effect -> told.add(effect.component())));
        incident.components().stream()
                .map(component -> SourcePage.component(component.id()))
                .filter(component -> !told.contains(component))
                .distinct()
                .forEach(untold::add);
    }

    Severity severity() {
        return impact.severity();
    }

    /** What is affected when the incident is reported. */
    List<ComponentImpact> atFirst() {
        List<ComponentImpact> first = new ArrayList<>(byImpact());
        if (!oldestFirst.isEmpty()) {
            first.addAll(of(oldestFirst.getFirst()));
        }
        return first;
    }

    /** What follows from the impact of the incident for the components that no update tells of. */
    List<ComponentImpact> byImpact() {
        return untold.stream()
                .map(component -> new ComponentImpact(component, impact.onComponents()))
                .toList();
    }

    /** Components that the incident is about without affecting them, which nothing else has named yet. */
    List<ComponentChange> harmless(Set<ComponentId> named) {
        return untold.stream()
                .filter(component -> impact == Impact.NONE && !named.contains(component))
                .map(component ->
                        new ComponentChange(component, ComponentStatus.OPERATIONAL, ComponentStatus.OPERATIONAL))
                .toList();
    }

    /** What one update tells: of each component the last word. */
    static List<ComponentImpact> of(StatuspageUpdate update) {
        Map<ComponentId, ComponentStatus> byComponent = new LinkedHashMap<>();
        update.effects()
                .forEach(effect -> byComponent.put(
                        SourcePage.component(effect.code()),
                        SnakeWords.parse(ComponentStatus.class, effect.newStatus())));
        return byComponent.entrySet().stream()
                .map(effect -> new ComponentImpact(effect.getKey(), effect.getValue()))
                .toList();
    }
}
