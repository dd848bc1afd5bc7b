package org.incidentledger.contracts.scenario;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.AccessPoint;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.Phase;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.maintenance.MaintenanceStatus;

/** Invariants of the life of incidents and maintenances. */
final class LifecycleInvariants {
    private static final Map<Phase, Set<Phase>> PHASES = new EnumMap<>(Map.of(
            Phase.UNREPORTED, EnumSet.of(Phase.REPORTED),
            Phase.REPORTED,
                    EnumSet.of(Phase.INVESTIGATING, Phase.CONTAINED, Phase.RESOLVED, Phase.REJECTED, Phase.MERGED),
            Phase.INVESTIGATING, EnumSet.of(Phase.CONTAINED, Phase.RESOLVED, Phase.REJECTED, Phase.MERGED),
            Phase.CONTAINED, EnumSet.of(Phase.INVESTIGATING, Phase.RESOLVED, Phase.REJECTED, Phase.MERGED),
            Phase.RESOLVED, EnumSet.of(Phase.CLOSED, Phase.INVESTIGATING),
            Phase.CLOSED, EnumSet.of(Phase.INVESTIGATING),
            Phase.REJECTED, EnumSet.noneOf(Phase.class),
            Phase.MERGED, EnumSet.noneOf(Phase.class)));

    private static final Map<MaintenanceStatus, Set<MaintenanceStatus>> STATUSES = new EnumMap<>(Map.of(
            MaintenanceStatus.UNSCHEDULED, EnumSet.of(MaintenanceStatus.SCHEDULED),
            MaintenanceStatus.SCHEDULED, EnumSet.of(MaintenanceStatus.IN_PROGRESS, MaintenanceStatus.CANCELLED),
            MaintenanceStatus.IN_PROGRESS,
                    EnumSet.of(MaintenanceStatus.VERIFYING, MaintenanceStatus.COMPLETED, MaintenanceStatus.CANCELLED),
            MaintenanceStatus.VERIFYING, EnumSet.of(MaintenanceStatus.COMPLETED, MaintenanceStatus.CANCELLED),
            MaintenanceStatus.COMPLETED, EnumSet.noneOf(MaintenanceStatus.class),
            MaintenanceStatus.CANCELLED, EnumSet.noneOf(MaintenanceStatus.class)));

    private LifecycleInvariants() {}

    static void phasesFollowTheGraph(List<Step> steps) {
        for (Step.OfIncident step : Check.incidents(steps)) {
            Phase from = step.before().phase();
            Phase to = step.after().phase();
            Check.that(from == to || PHASES.getOrDefault(from, Set.of()).contains(to), step);
        }
    }

    static void maintenancesFollowTheGraph(List<Step> steps) {
        for (Step each : steps) {
            if (each instanceof Step.OfMaintenance step) {
                MaintenanceStatus from = step.before().status();
                MaintenanceStatus to = step.after().status();
                Check.that(from == to || STATUSES.getOrDefault(from, Set.of()).contains(to), step);
            }
        }
    }

    static void mergesLeadSomewhere(List<Step> steps) {
        Map<IncidentId, IncidentId> into = new HashMap<>();
        for (Step each : steps) {
            if (each instanceof Step.OfIncident step) {
                for (IncidentEvent event : step.events()) {
                    if (event instanceof LifecycleEvent.IncidentMerged merged) {
                        into.put(step.command().incident(), merged.into());
                    }
                }
                Set<IncidentId> way = new HashSet<>();
                for (IncidentId at = step.command().incident(); at != null; at = into.get(at)) {
                    Check.that(way.add(at), step);
                }
            }
        }
    }

    static void closedAccessIsClosesMinusRestores(List<Step> steps) {
        for (List<Step.OfIncident> one : Check.byIncident(steps).values()) {
            Set<AccessPoint> closed = new LinkedHashSet<>();
            for (Step.OfIncident step : one) {
                for (IncidentEvent event : step.events()) {
                    if (event instanceof ContainmentEvent.AccessClosed e) {
                        Check.that(closed.add(e.accessPoint()), step);
                    } else if (event instanceof ContainmentEvent.AccessRestored e) {
                        Check.that(closed.remove(e.accessPoint()), step);
                    }
                }
                Check.same(step.after().containment().closed(), closed, step);
            }
        }
    }

    static void resolutionNamesClosedAccess(List<Step> steps) {
        for (Step.OfIncident step : Check.incidents(steps)) {
            for (IncidentEvent event : step.events()) {
                if (event instanceof LifecycleEvent.IncidentResolved e) {
                    Set<AccessPoint> closed = step.before().containment().closed();
                    Check.same(e.accessStaysClosed(), List.copyOf(closed), step);
                    Check.that(
                            closed.isEmpty()
                                    || (step.command() instanceof LifecycleCommand.ResolveIncident c
                                            && c.accessStaysClosed()),
                            step);
                }
            }
        }
    }

    static void publishedMeansApproved(List<Step> steps) {
        for (List<Step.OfIncident> one : Check.byIncident(steps).values()) {
            Map<Integer, ActorRef> authors = new HashMap<>();
            Map<Integer, Set<ActorRef>> approvers = new HashMap<>();
            for (Step.OfIncident step : one) {
                for (IncidentEvent event : step.events()) {
                    switch (event) {
                        case PostMortemEvent.PostMortemRevised e -> {
                            Check.same(e.revision(), authors.size() + 1, step);
                            authors.put(e.revision(), e.author());
                        }
                        case PostMortemEvent.PostMortemApproved e ->
                            approvers
                                    .computeIfAbsent(e.revision(), revision -> new HashSet<>())
                                    .add(e.approver());
                        case PostMortemEvent.PostMortemPublished e -> {
                            Set<ActorRef> by = approvers.getOrDefault(e.revision(), Set.of());
                            Check.that(by.size() >= Scenario.POLICY.approvalsRequired(), step);
                            Check.that(!by.contains(authors.get(e.revision())), step);
                            Check.that(Scenario.POLICY.approvers().containsAll(by), step);
                            Check.same(e.revision(), authors.size(), step);
                        }
                        default -> {}
                    }
                }
            }
        }
    }
}
