package org.incidentledger.core.incident;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;

/**
 * What is known of an incident and who deals with it.
 *
 * @param components the effect on every component that it affects now
 */
public record Assessment(
        Severity severity,
        IncidentKind kind,
        Map<ComponentId, ComponentStatus> components,
        Set<ActorRef> clients,
        Map<String, String> facts,
        Map<IncidentRole, ActorRef> roles) {
    static final Assessment NONE =
            new Assessment(Severity.NONE, IncidentKind.AVAILABILITY, Map.of(), Set.of(), Map.of(), Map.of());

    Assessment after(IncidentEvent event) {
        if (event instanceof LifecycleEvent.IncidentReported reported) {
            return new Assessment(
                    reported.severity(), reported.kind(), impacts(reported.components()), clients, facts, roles);
        }
        return event instanceof AssessmentEvent assessed ? after(assessed) : this;
    }

    ComponentStatus statusOf(ComponentId component) {
        return components.getOrDefault(component, ComponentStatus.OPERATIONAL);
    }

    private Assessment after(AssessmentEvent event) {
        return switch (event) {
            case AssessmentEvent.IncidentAssessed e ->
                new Assessment(
                        e.severity() == null ? severity : e.severity().to(),
                        e.kind() == null ? kind : e.kind().to(),
                        changed(e.components()),
                        changed(e.clientsAffected(), e.clientsCleared()),
                        changedFacts(e.facts()),
                        roles);
            case AssessmentEvent.RoleAssigned e -> {
                Map<IncidentRole, ActorRef> next = new EnumMap<>(IncidentRole.class);
                next.putAll(roles);
                next.put(e.role(), e.assignee());
                yield new Assessment(severity, kind, components, clients, facts, next);
            }
        };
    }

    private static Map<ComponentId, ComponentStatus> impacts(List<ComponentImpact> impacts) {
        Map<ComponentId, ComponentStatus> next = new TreeMap<>();
        impacts.forEach(impact -> next.put(impact.component(), impact.status()));
        return next;
    }

    private Map<ComponentId, ComponentStatus> changed(List<ComponentChange> changes) {
        Map<ComponentId, ComponentStatus> next = new TreeMap<>(components);
        for (ComponentChange change : changes) {
            if (change.to() == ComponentStatus.OPERATIONAL) {
                next.remove(change.component());
            } else {
                next.put(change.component(), change.to());
            }
        }
        return next;
    }

    private Set<ActorRef> changed(List<ActorRef> affected, List<ActorRef> cleared) {
        Set<ActorRef> next = new HashSet<>(clients);
        next.addAll(affected);
        cleared.forEach(next::remove);
        return next;
    }

    private Map<String, String> changedFacts(List<FactChange> changes) {
        Map<String, String> next = new TreeMap<>(facts);
        for (FactChange change : changes) {
            if (change.to() == null) {
                next.remove(change.name());
            } else {
                next.put(change.name(), change.to());
            }
        }
        return next;
    }
}
