package org.incidentledger.core.incident;

import java.util.List;
import org.incidentledger.core.decision.ActorRef;
import org.jspecify.annotations.Nullable;

/** Events that say what an incident is and who deals with it. */
public sealed interface AssessmentEvent extends IncidentEvent {
    /** What became known; only what changed is present. */
    record IncidentAssessed(
            @Nullable Change<Severity> severity,
            @Nullable Change<IncidentKind> kind,
            List<ComponentChange> components,
            List<ActorRef> clientsAffected,
            List<ActorRef> clientsCleared,
            List<FactChange> facts)
            implements AssessmentEvent {
        public IncidentAssessed {
            components = List.copyOf(components);
            clientsAffected = List.copyOf(clientsAffected);
            clientsCleared = List.copyOf(clientsCleared);
            facts = List.copyOf(facts);
        }
    }

    /** A role in the response passed to an actor. */
    record RoleAssigned(IncidentRole role, @Nullable ActorRef relieved, ActorRef assignee) implements AssessmentEvent {}
}
