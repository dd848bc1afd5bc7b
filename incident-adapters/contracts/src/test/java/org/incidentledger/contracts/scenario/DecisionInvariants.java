package org.incidentledger.contracts.scenario;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.catalog.Catalog;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.maintenance.Maintenance;
import org.incidentledger.core.maintenance.MaintenanceDecider;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.jspecify.annotations.Nullable;

/** Invariants of every decision. */
final class DecisionInvariants {
    private static final IncidentDecider INCIDENTS = new IncidentDecider(Scenario.POLICY);
    private static final MaintenanceDecider MAINTENANCES = new MaintenanceDecider(Scenario.LIMITS);
    private static final CatalogDecider CATALOG = new CatalogDecider(Scenario.LIMITS);

    private DecisionInvariants() {}

    static void refusedChangesNothing(List<Step> steps) {
        for (Step step : steps) {
            if (step.decision() instanceof Decision.Refused<?> refused) {
                Check.that(step.facts().isEmpty(), step);
                Check.same(after(step), before(step), step);
                Check.that(!refused.refusal().message().isBlank(), step);
            }
        }
    }

    static void oneCommandOneEvent(List<Step> steps) {
        Map<StreamId, Long> counts = new HashMap<>();
        for (Step step : steps) {
            long before = counts.getOrDefault(step.stream(), 0L);
            Check.same(step.expectedSequence(), before, step);
            Check.same(step.facts().size(), step.decision() instanceof Decision.Accepted<?> ? 1 : 0, step);
            counts.put(step.stream(), before + step.facts().size());
        }
    }

    static void foldingGivesTheState(List<Step> steps) {
        Map<StreamId, Object> folded = new HashMap<>();
        for (Step step : steps) {
            for (Fact fact : step.facts()) {
                folded.compute(step.stream(), (stream, state) -> fold(state, fact));
            }
            if (folded.containsKey(step.stream())) {
                Check.same(after(step), folded.get(step.stream()), step);
            }
        }
    }

    static void decidingIsPure(List<Step> steps) {
        for (Step step : steps) {
            Object before = before(step);
            int hash = before.hashCode();
            Check.same(decide(step), step.decision(), step);
            Check.same(before.hashCode(), hash, step);
        }
    }

    static void nothingOccursInTheFuture(List<Step> steps) {
        for (Step step : steps) {
            if (!step.facts().isEmpty()) {
                Instant latest = step.header().receivedAt().plus(Times.CLOCK_TOLERANCE);
                Check.that(!step.header().occurredAt().isAfter(latest), step);
                step.facts().forEach(fact -> {
                    Instant said = saidInstant(fact);
                    Check.that(said == null || !said.isAfter(latest), step);
                });
            }
        }
    }

    private static @Nullable Instant saidInstant(Fact fact) {
        return switch (fact) {
            case Fact.OfIncident f ->
                switch (f.event()) {
                    case LifecycleEvent.IncidentReported e -> e.startedAt();
                    case PublicationEvent.PublicUpdatePosted e -> e.displayAt();
                    case ObligationEvent.AnchorRecorded e -> e.to();
                    default -> null;
                };
            case Fact.OfMaintenance f ->
                f.event() instanceof MaintenanceEvent.MaintenanceUpdatePosted e ? e.displayAt() : null;
            case Fact.OfCatalog f -> null;
            case Fact.OfSubject f -> null;
            case Fact.OfLedger f -> null;
        };
    }

    private static Object fold(@Nullable Object state, Fact fact) {
        return switch (fact) {
            case Fact.OfIncident f -> (state instanceof Incident i ? i : Incident.UNREPORTED).evolve(f.event());
            case Fact.OfMaintenance f ->
                (state instanceof Maintenance m ? m : Maintenance.UNSCHEDULED).evolve(f.event());
            case Fact.OfCatalog f -> (state instanceof Catalog c ? c : Catalog.EMPTY).evolve(f.event());
            case Fact.OfSubject f -> throw new IllegalStateException("the scenario has no command about " + f);
            case Fact.OfLedger f -> throw new IllegalStateException("no decider emits " + f);
        };
    }

    private static Decision<?> decide(Step step) {
        return switch (step) {
            case Step.OfIncident s -> INCIDENTS.decide(s.before(), s.command(), s.header());
            case Step.OfMaintenance s -> MAINTENANCES.decide(s.before(), s.command(), s.header());
            case Step.OfCatalog s -> CATALOG.decide(s.before(), s.command(), s.header());
        };
    }

    private static Object before(Step step) {
        return switch (step) {
            case Step.OfIncident s -> s.before();
            case Step.OfMaintenance s -> s.before();
            case Step.OfCatalog s -> s.before();
        };
    }

    private static Object after(Step step) {
        return switch (step) {
            case Step.OfIncident s -> s.after();
            case Step.OfMaintenance s -> s.after();
            case Step.OfCatalog s -> s.after();
        };
    }
}
