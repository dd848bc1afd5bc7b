package org.incidentledger.contracts.scenario;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.NotificationEvent;
import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.incident.Phase;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.publication.PublicUpdate;
import org.incidentledger.core.publication.UpdateId;

/** Invariants of what the public is told. */
final class PublicInvariants {
    private static final Set<Phase> DISMISSED = EnumSet.of(Phase.REJECTED, Phase.MERGED);

    private PublicInvariants() {}

    static void standingTextIsTheLastSaid(List<Step> steps) {
        Map<String, Map<UpdateId, PublicUpdate>> said = new HashMap<>();
        for (Step each : steps) {
            Map<UpdateId, PublicUpdate> here =
                    said.computeIfAbsent(each.stream().toString(), key -> new HashMap<>());
            if (each instanceof Step.OfIncident step) {
                step.events().forEach(event -> hear(here, event));
                Check.same(step.after().publication().updates().byId(), here, step);
            } else if (each instanceof Step.OfMaintenance step) {
                step.events().forEach(event -> hear(here, event));
                Check.same(step.after().updates().byId(), here, step);
            }
        }
    }

    static void correctionTellsWhatStood(List<Step> steps) {
        for (Step each : steps) {
            if (each instanceof Step.OfIncident step) {
                for (IncidentEvent event : step.events()) {
                    if (event instanceof PublicationEvent.PublicUpdateCorrected e) {
                        PublicUpdate stood =
                                step.before().publication().updates().byId().get(e.update());
                        Check.same(stood, new PublicUpdate(e.from(), false), step);
                        Check.that(!e.from().equals(e.to()) && !e.reason().isBlank(), step);
                    } else if (event instanceof PublicationEvent.TitleCorrected e) {
                        Check.same(e.from(), step.before().publication().title(), step);
                        Check.that(!e.from().equals(e.to()) && !e.reason().isBlank(), step);
                    }
                }
            } else if (each instanceof Step.OfMaintenance step) {
                for (MaintenanceEvent event : step.events()) {
                    if (event instanceof MaintenanceEvent.MaintenanceUpdateCorrected e) {
                        PublicUpdate stood = step.before().updates().byId().get(e.update());
                        Check.same(stood, new PublicUpdate(e.from(), false), step);
                    }
                }
            }
        }
    }

    static void closedChangesOnlyByCorrection(List<Step> steps) {
        for (Step.OfIncident step : Check.incidents(steps)) {
            if (step.before().phase() == Phase.CLOSED) {
                Map<UpdateId, PublicUpdate> before =
                        step.before().publication().updates().byId();
                Map<UpdateId, PublicUpdate> after =
                        step.after().publication().updates().byId();
                boolean corrected = step.events().stream()
                        .anyMatch(event -> event instanceof PublicationEvent.PublicUpdateCorrected
                                || event instanceof PublicationEvent.PublicUpdateRetracted);
                Check.that(corrected || after.entrySet().containsAll(before.entrySet()), step);
                Check.that(after.keySet().containsAll(before.keySet()), step);
                boolean retitled = step.events().stream().anyMatch(PublicationEvent.TitleCorrected.class::isInstance);
                Check.that(
                        retitled
                                || step.after()
                                        .publication()
                                        .title()
                                        .equals(step.before().publication().title()),
                        step);
            }
        }
    }

    static void exercisesAndDismissalsStayPrivate(List<Step> steps) {
        for (Step.OfIncident step : Check.incidents(steps)) {
            Incident before = step.before();
            for (IncidentEvent event : step.events()) {
                boolean posted = event instanceof PublicationEvent.PublicUpdatePosted;
                boolean sent = event instanceof NotificationEvent || event instanceof ObligationEvent.AuthorityNotified;
                Check.that((!posted && !sent) || !before.lifecycle().exercise(), step);
                Check.that(!posted || !DISMISSED.contains(before.phase()), step);
            }
        }
    }

    static void dismissedHasNothingStanding(List<Step> steps) {
        for (Step.OfIncident step : Check.incidents(steps)) {
            boolean dismissal = step.events().stream()
                    .anyMatch(event -> event instanceof LifecycleEvent.ReportRejected
                            || event instanceof LifecycleEvent.IncidentMerged);
            Check.same(
                    dismissal,
                    !DISMISSED.contains(step.before().phase())
                            && DISMISSED.contains(step.after().phase()),
                    step);
            Check.that(
                    !DISMISSED.contains(step.after().phase())
                            || !step.after().publication().updates().anyStanding(),
                    step);
        }
    }

    private static void hear(Map<UpdateId, PublicUpdate> here, IncidentEvent event) {
        switch (event) {
            case PublicationEvent.PublicUpdatePosted e -> here.put(e.update(), new PublicUpdate(e.text(), false));
            case PublicationEvent.PublicUpdateCorrected e -> here.put(e.update(), new PublicUpdate(e.to(), false));
            case PublicationEvent.PublicUpdateRetracted e ->
                here.computeIfPresent(e.update(), (id, was) -> new PublicUpdate(was.text(), true));
            default -> {}
        }
    }

    private static void hear(Map<UpdateId, PublicUpdate> here, MaintenanceEvent event) {
        switch (event) {
            case MaintenanceEvent.MaintenanceUpdatePosted e -> here.put(e.update(), new PublicUpdate(e.text(), false));
            case MaintenanceEvent.MaintenanceUpdateCorrected e -> here.put(e.update(), new PublicUpdate(e.to(), false));
            case MaintenanceEvent.MaintenanceUpdateRetracted e ->
                here.computeIfPresent(e.update(), (id, was) -> new PublicUpdate(was.text(), true));
            default -> {}
        }
    }
}
