package org.incidentledger.intake.statuspage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.incident.ActionItemEvent;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.NotificationEvent;
import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.incident.Phase;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.PublicUpdate;
import org.incidentledger.core.publication.UpdateId;
import org.jspecify.annotations.Nullable;

/**
 * What a mirror needs to know of one incident of the ledger. Immutable.
 *
 * @param external what the incident is called elsewhere
 * @param named every component that was ever said to be affected, or not to be
 * @param mirrored the updates that came from another system
 */
record KnownIncident(Incident state, @Nullable ExternalRef external, Set<ComponentId> named, Set<UpdateId> mirrored) {
    static final KnownIncident NONE = new KnownIncident(Incident.UNREPORTED, null, Set.of(), Set.of());

    KnownIncident after(IncidentEvent event) {
        Incident next = state.evolve(event);
        return switch (event) {
            case LifecycleEvent.IncidentReported e ->
                new KnownIncident(
                        next, e.external(), with(e.components().stream().map(impact -> impact.component())), mirrored);
            case AssessmentEvent.IncidentAssessed e ->
                new KnownIncident(next, external, with(components(e.components())), mirrored);
            case PublicationEvent.PublicUpdatePosted e ->
                new KnownIncident(
                        next,
                        external,
                        with(components(e.components())),
                        SourcePage.isStatuspage(e.external()) ? with(e.update()) : mirrored);
            case LifecycleEvent e -> with(next);
            case AssessmentEvent e -> with(next);
            case PublicationEvent e -> with(next);
            case ContainmentEvent e -> with(next);
            case NotificationEvent e -> with(next);
            case ObligationEvent e -> with(next);
            case PostMortemEvent e -> with(next);
            case ActionItemEvent e -> with(next);
            case RecordEvent e -> with(next);
        };
    }

    boolean isReported() {
        return state.phase() != Phase.UNREPORTED;
    }

    /** Whether it was found to be no incident of its own; then nothing more is public of it. */
    boolean isDismissed() {
        return state.phase() == Phase.REJECTED || state.phase() == Phase.MERGED;
    }

    boolean isOver() {
        return state.phase() == Phase.RESOLVED || state.phase() == Phase.CLOSED;
    }

    @Nullable
    PublicUpdate update(UpdateId id) {
        return state.publication().updates().byId().get(id);
    }

    private KnownIncident with(Incident next) {
        return new KnownIncident(next, external, named, mirrored);
    }

    private Set<ComponentId> with(Stream<ComponentId> more) {
        Set<ComponentId> next = new HashSet<>(named);
        more.forEach(next::add);
        return next;
    }

    private Set<UpdateId> with(UpdateId more) {
        Set<UpdateId> next = new HashSet<>(mirrored);
        next.add(more);
        return next;
    }

    private static Stream<ComponentId> components(List<ComponentChange> changes) {
        return changes.stream().map(ComponentChange::component);
    }
}
