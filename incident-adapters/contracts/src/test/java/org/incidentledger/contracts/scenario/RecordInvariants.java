package org.incidentledger.contracts.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.core.publication.PublicUpdate;
import org.incidentledger.core.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/** Invariants of what the record of an incident holds. */
final class RecordInvariants {
    private RecordInvariants() {}

    static void limitsHold(List<Step> steps) {
        Limits limits = Scenario.LIMITS;
        for (Step each : steps) {
            if (each instanceof Step.OfIncident step) {
                Incident state = step.after();
                boolean erased = step.events().stream().anyMatch(RecordEvent.SealedValuesErased.class::isInstance);
                Check.that(erased || step.events().isEmpty() || state.events() <= limits.events(), step);
                Check.that(state.containment().closed().size() <= limits.accessPoints(), step);
                Check.that(state.assessment().components().size() <= limits.components(), step);
                fits(state.publication().title(), limits.title(), step);
                state.publication().updates().byId().values().forEach(update -> fits(update, step));
            } else if (each instanceof Step.OfMaintenance step) {
                Check.that(step.after().events() <= limits.events(), step);
                fits(step.after().title(), limits.title(), step);
                step.after().updates().byId().values().forEach(update -> fits(update, step));
            } else if (each instanceof Step.OfCatalog step) {
                step.after()
                        .components()
                        .values()
                        .forEach(entry -> fits(entry.description().name(), limits.title(), step));
            }
        }
    }

    static void erasedHoldsNoValues(List<Step> steps) {
        for (List<Step.OfIncident> one : Check.byIncident(steps).values()) {
            Map<ActorRef, List<UUID>> held = new HashMap<>();
            for (Step.OfIncident step : one) {
                for (IncidentEvent event : step.events()) {
                    if (event instanceof RecordEvent.SealedValuesErased e) {
                        Check.same(held.remove(e.subject()), e.values(), step);
                        Check.that(!step.after().sealedSubjects().values().containsKey(e.subject()), step);
                    }
                    SealedValue sealed = sealedBy(event);
                    if (sealed != null) {
                        held.computeIfAbsent(sealed.subject(), subject -> new ArrayList<>())
                                .add(sealed.id());
                    }
                }
                Check.same(step.after().sealedSubjects().values(), held, step);
            }
        }
    }

    static void changesTellOldAndNew(List<Step> steps) {
        for (Step.OfIncident step : Check.incidents(steps)) {
            for (IncidentEvent event : step.events()) {
                if (event instanceof AssessmentEvent.IncidentAssessed e) {
                    check(e, step);
                } else if (event instanceof AssessmentEvent.RoleAssigned e) {
                    Check.same(e.relieved(), step.before().assessment().roles().get(e.role()), step);
                    Check.that(!e.assignee().equals(e.relieved()), step);
                } else if (event instanceof ObligationEvent.AnchorRecorded e) {
                    Check.same(e.from(), step.before().obligations().anchors().get(e.anchor()), step);
                    Check.that(!e.to().equals(e.from()), step);
                }
            }
        }
    }

    static void settledStaysSettled(List<Step> steps) {
        for (Step.OfIncident step : Check.incidents(steps)) {
            step.before()
                    .actionItems()
                    .settled()
                    .forEach((item, settled) -> Check.that(
                            !settled
                                    || Objects.equals(
                                            step.after().actionItems().settled().get(item), true),
                            step));
            step.before()
                    .notifications()
                    .completed()
                    .forEach((id, completed) -> Check.that(
                            !completed
                                    || Objects.equals(
                                            step.after()
                                                    .notifications()
                                                    .completed()
                                                    .get(id),
                                            true),
                            step));
            Check.that(
                    step.after()
                            .obligations()
                            .waived()
                            .containsAll(step.before().obligations().waived()),
                    step);
        }
    }

    private static void check(AssessmentEvent.IncidentAssessed e, Step.OfIncident step) {
        var before = step.before().assessment();
        var after = step.after().assessment();
        Check.that(!before.equals(after), step);
        Check.that(e.severity() == null || e.severity().from() == before.severity(), step);
        Check.that(
                e.severity() == null
                        ? after.severity() == before.severity()
                        : after.severity() == e.severity().to(),
                step);
        Check.that(
                e.kind() == null
                        ? after.kind() == before.kind()
                        : after.kind() == e.kind().to(),
                step);
        e.components().forEach(change -> {
            Check.that(change.from() != change.to(), step);
            Check.same(
                    after.components().getOrDefault(change.component(), ComponentStatus.OPERATIONAL),
                    change.to(),
                    step);
        });
        e.facts().forEach(change -> {
            Check.that(!Objects.equals(change.from(), change.to()), step);
            Check.same(before.facts().get(change.name()), change.from(), step);
            Check.same(after.facts().get(change.name()), change.to(), step);
        });
        Check.that(after.clients().containsAll(e.clientsAffected()), step);
        Check.that(e.clientsCleared().stream().noneMatch(after.clients()::contains), step);
        Check.that(before.clients().containsAll(e.clientsCleared()), step);
        Check.that(e.clientsAffected().stream().noneMatch(before.clients()::contains), step);
    }

    private static @Nullable SealedValue sealedBy(IncidentEvent event) {
        return switch (event) {
            case LifecycleEvent.IncidentReported e -> e.reporter();
            case RecordEvent.FindingRecorded e -> e.sealedNote();
            default -> null;
        };
    }

    private static void fits(PublicUpdate update, Step step) {
        fits(update.text(), Scenario.LIMITS.publicText(), step);
        Check.that(!update.text().isBlank(), step);
    }

    private static void fits(String text, int limit, Step step) {
        Check.that(text.codePointCount(0, text.length()) <= limit, step);
    }
}
