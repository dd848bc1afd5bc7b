package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.firstOf;
import static org.incidentledger.core.decision.Objections.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.jspecify.annotations.Nullable;

/** What may be said of an incident; an assessment keeps only what it changes. */
record AssessmentRules(Limits limits) {
    Decision<IncidentEvent> decide(Incident state, AssessmentCommand command) {
        return switch (command) {
            case AssessmentCommand.AssessIncident c -> assess(state, c);
            case AssessmentCommand.AssignRole c -> assign(state, c);
        };
    }

    private Decision<IncidentEvent> assess(Incident state, AssessmentCommand.AssessIncident c) {
        AssessmentEvent.IncidentAssessed assessed = changes(state.assessment(), c);
        return Objections.of(
                        state.lifecycle().objectIfRejected(),
                        state.lifecycle().objectIfMerged(),
                        objectToClients(c),
                        objectToFacts(c.facts()),
                        ComponentRules.objectToCount(
                                Math.max(
                                        c.components().size(),
                                        state.assessment()
                                                .after(assessed)
                                                .components()
                                                .size()),
                                limits),
                        when(
                                changesNothing(assessed),
                                Rule.NOTHING_CHANGED,
                                () -> "incident %s is already assessed like that; say what changed"
                                        .formatted(c.incident())))
                .otherwise(() -> assessed);
    }

    private Decision<IncidentEvent> assign(Incident state, AssessmentCommand.AssignRole c) {
        ActorRef holder = state.assessment().roles().get(c.role());
        return Objections.of(
                        state.lifecycle().objectIfClosed(),
                        state.lifecycle().objectIfRejected(),
                        state.lifecycle().objectIfMerged(),
                        when(
                                c.assignee().equals(holder),
                                Rule.NOTHING_CHANGED,
                                () -> "%s already holds this role; name somebody else".formatted(c.assignee())))
                .otherwise(() -> new AssessmentEvent.RoleAssigned(c.role(), holder, c.assignee()));
    }

    private static AssessmentEvent.IncidentAssessed changes(Assessment before, AssessmentCommand.AssessIncident c) {
        return new AssessmentEvent.IncidentAssessed(
                change(before.severity(), c.severity()),
                change(before.kind(), c.kind()),
                ComponentRules.changes(before, c.components()),
                c.clientsAffected().stream()
                        .distinct()
                        .filter(client -> !before.clients().contains(client)
                                && !c.clientsCleared().contains(client))
                        .toList(),
                c.clientsCleared().stream()
                        .distinct()
                        .filter(before.clients()::contains)
                        .toList(),
                factChanges(before.facts(), c.facts()));
    }

    private static <T> @Nullable Change<T> change(T from, @Nullable T to) {
        return to == null || to.equals(from) ? null : new Change<>(from, to);
    }

    private static List<FactChange> factChanges(Map<String, String> before, Map<String, String> said) {
        List<FactChange> changes = new ArrayList<>();
        said.forEach((name, value) -> {
            String from = before.get(name);
            String to = value.isBlank() ? null : value;
            if (!Objects.equals(from, to)) {
                changes.add(new FactChange(name, from, to));
            }
        });
        return changes;
    }

    private static boolean changesNothing(AssessmentEvent.IncidentAssessed e) {
        return e.severity() == null
                && e.kind() == null
                && e.components().isEmpty()
                && e.clientsAffected().isEmpty()
                && e.clientsCleared().isEmpty()
                && e.facts().isEmpty();
    }

    private @Nullable Refusal objectToClients(AssessmentCommand.AssessIncident c) {
        int named = c.clientsAffected().size() + c.clientsCleared().size();
        return when(
                named > limits.clients(),
                Rule.TOO_MANY,
                () -> String.format(
                        Locale.ROOT,
                        "%,d clients are named, the limit is %,d in one assessment; send several",
                        named,
                        limits.clients()));
    }

    private @Nullable Refusal objectToFacts(Map<String, String> facts) {
        Refusal first = when(
                facts.size() > limits.components(),
                Rule.TOO_MANY,
                () -> String.format(
                        Locale.ROOT,
                        "%,d facts are given, the limit is %,d in one assessment; send several",
                        facts.size(),
                        limits.components()));
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            first = firstOf(first, Texts.optional("fact " + fact.getKey(), fact.getValue(), limits.title()));
        }
        return first;
    }
}
