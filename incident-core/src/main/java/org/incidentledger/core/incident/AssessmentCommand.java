package org.incidentledger.core.incident;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.Identifier;
import org.jspecify.annotations.Nullable;

/** Commands that say what an incident is and who deals with it. */
public sealed interface AssessmentCommand extends IncidentCommand {
    /**
     * Says what is now known; what is absent or empty stays as it was.
     *
     * @param components the effect on each named component; others keep theirs
     * @param clientsAffected clients found to be affected, by reference
     * @param clientsCleared clients found not to be affected after all
     * @param facts facts that the statutory clocks ask for, such as {@code personal-data=yes}; a blank value withdraws one
     */
    record AssessIncident(
            IncidentId incident,
            @Nullable Severity severity,
            @Nullable IncidentKind kind,
            List<ComponentImpact> components,
            List<ActorRef> clientsAffected,
            List<ActorRef> clientsCleared,
            Map<String, String> facts)
            implements AssessmentCommand {
        public AssessIncident {
            components = List.copyOf(components);
            clientsAffected = List.copyOf(clientsAffected);
            clientsCleared = List.copyOf(clientsCleared);
            facts.keySet().forEach(name -> Identifier.require("name of a fact", name));
            facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        }

        /** Changes the severity alone. */
        public static AssessIncident severity(IncidentId incident, Severity severity) {
            return new AssessIncident(incident, severity, null, List.of(), List.of(), List.of(), Map.of());
        }

        /** Changes the effect on components alone. */
        public static AssessIncident components(IncidentId incident, List<ComponentImpact> components) {
            return new AssessIncident(incident, null, null, components, List.of(), List.of(), Map.of());
        }
    }

    /** Gives a role in the response to an actor; whoever held it before is relieved. */
    record AssignRole(IncidentId incident, IncidentRole role, ActorRef assignee) implements AssessmentCommand {}
}
