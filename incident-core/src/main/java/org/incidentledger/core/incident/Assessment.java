package org.incidentledger.core.incident;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.ImpossibleEventException;

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

    /** Nobody changes an assessment but by an event. */
    public Assessment {
        components = Collections.unmodifiableMap(components);
        clients = Collections.unmodifiableSet(clients);
        facts = Collections.unmodifiableMap(facts);
        roles = Collections.unmodifiableMap(roles);
    }

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
            case AssessmentEvent.IncidentAssessed e -> {
                require(e, startsHere(e));
                yield new Assessment(
                        e.severity() == null ? severity : e.severity().to(),
                        e.kind() == null ? kind : e.kind().to(),
                        changed(e.components()),
                        changed(e.clientsAffected(), e.clientsCleared()),
                        changedFacts(e.facts()),
                        roles);
            }
            case AssessmentEvent.RoleAssigned e -> {
                require(e, Objects.equals(e.relieved(), roles.get(e.role())));
                Map<IncidentRole, ActorRef> next = new EnumMap<>(IncidentRole.class);
                next.putAll(roles);
                next.put(e.role(), e.assignee());
                yield new Assessment(severity, kind, components, clients, facts, next);
            }
        };
    }

    private static void require(AssessmentEvent event, boolean startsHere) {
        if (!startsHere) {
            throw new ImpossibleEventException(event, "with other values than those it changes from");
        }
    }

    private boolean startsHere(AssessmentEvent.IncidentAssessed event) {
        return (event.severity() == null || event.severity().from() == severity)
                && (event.kind() == null || event.kind().from() == kind)
                && event.components().stream().allMatch(change -> change.from() == statusOf(change.component()))
                && event.facts().stream().allMatch(change -> Objects.equals(change.from(), facts.get(change.name())));
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
