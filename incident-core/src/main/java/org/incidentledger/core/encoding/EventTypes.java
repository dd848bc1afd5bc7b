package org.incidentledger.core.encoding;

import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.incident.ActionItemEvent;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.NotificationEvent;
import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.incidentledger.core.subject.SubjectEvent;

/**
 * The stable name and the current revision of every event. A name that was ever released is never changed, and never given to
 * another event. To change the data of an event, raise its revision here and add an {@link Upcaster}.
 */
final class EventTypes {
    /** Every event of the domain. */
    static final List<EventType> ALL = Stream.of(
                    incident(), response(), aftermath(), maintenance(), catalog(), subject(), ledger())
            .flatMap(List::stream)
            .toList();

    private EventTypes() {}

    private static List<EventType> incident() {
        return List.of(
                first(LifecycleEvent.IncidentReported.class, "incident.reported"),
                first(LifecycleEvent.IncidentAcknowledged.class, "incident.acknowledged"),
                first(LifecycleEvent.IncidentResolved.class, "incident.resolved"),
                first(LifecycleEvent.IncidentReopened.class, "incident.reopened"),
                first(LifecycleEvent.ReportRejected.class, "incident.report-rejected"),
                first(LifecycleEvent.IncidentMerged.class, "incident.merged"),
                first(AssessmentEvent.IncidentAssessed.class, "incident.assessed"),
                first(AssessmentEvent.RoleAssigned.class, "incident.role-assigned"),
                first(RecordEvent.FindingRecorded.class, "incident.finding-recorded"),
                first(RecordEvent.RecordCorrected.class, "incident.record-corrected"),
                first(RecordEvent.SealedValuesErased.class, "incident.sealed-values-erased"),
                first(RecordEvent.HoldPlaced.class, "incident.hold-placed"),
                first(RecordEvent.HoldLifted.class, "incident.hold-lifted"));
    }

    private static List<EventType> response() {
        return List.of(
                new EventType(ContainmentEvent.AccessClosed.class, "incident.access-closed", 2),
                first(ContainmentEvent.AccessRestored.class, "incident.access-restored"),
                first(ContainmentEvent.IncidentContained.class, "incident.contained"),
                first(ContainmentEvent.ContainmentLost.class, "incident.containment-lost"),
                first(PublicationEvent.PublicUpdatePosted.class, "incident.public-update-posted"),
                first(PublicationEvent.PublicUpdateCorrected.class, "incident.public-update-corrected"),
                first(PublicationEvent.PublicUpdateRetracted.class, "incident.public-update-retracted"),
                first(PublicationEvent.TitleCorrected.class, "incident.title-corrected"),
                first(NotificationEvent.NotificationRequested.class, "incident.notification-requested"),
                first(NotificationEvent.NotificationProgressed.class, "incident.notification-progressed"),
                first(NotificationEvent.NotificationCompleted.class, "incident.notification-completed"));
    }

    private static List<EventType> aftermath() {
        return List.of(
                first(ObligationEvent.AuthorityNotified.class, "incident.authority-notified"),
                first(ObligationEvent.AnchorRecorded.class, "incident.anchor-recorded"),
                first(ObligationEvent.ObligationWaived.class, "incident.obligation-waived"),
                first(PostMortemEvent.PostMortemRevised.class, "incident.post-mortem-revised"),
                first(PostMortemEvent.PostMortemApproved.class, "incident.post-mortem-approved"),
                first(PostMortemEvent.PostMortemPublished.class, "incident.post-mortem-published"),
                first(PostMortemEvent.PostMortemWaived.class, "incident.post-mortem-waived"),
                first(ActionItemEvent.ActionItemOpened.class, "incident.action-item-opened"),
                first(ActionItemEvent.ActionItemCompleted.class, "incident.action-item-completed"),
                first(ActionItemEvent.ActionItemDropped.class, "incident.action-item-dropped"));
    }

    private static List<EventType> maintenance() {
        return List.of(
                first(MaintenanceEvent.MaintenanceScheduled.class, "maintenance.scheduled"),
                first(MaintenanceEvent.MaintenanceRescheduled.class, "maintenance.rescheduled"),
                first(MaintenanceEvent.MaintenanceStarted.class, "maintenance.started"),
                first(MaintenanceEvent.MaintenanceVerifying.class, "maintenance.verifying"),
                first(MaintenanceEvent.MaintenanceCompleted.class, "maintenance.completed"),
                first(MaintenanceEvent.MaintenanceCancelled.class, "maintenance.cancelled"),
                first(MaintenanceEvent.MaintenanceUpdatePosted.class, "maintenance.update-posted"),
                first(MaintenanceEvent.MaintenanceUpdateCorrected.class, "maintenance.update-corrected"),
                first(MaintenanceEvent.MaintenanceUpdateRetracted.class, "maintenance.update-retracted"),
                first(MaintenanceEvent.MaintenanceTitleCorrected.class, "maintenance.title-corrected"));
    }

    private static List<EventType> catalog() {
        return List.of(
                first(CatalogEvent.PageDescribed.class, "catalog.page-described"),
                first(CatalogEvent.ComponentAdded.class, "catalog.component-added"),
                first(CatalogEvent.ComponentDescribed.class, "catalog.component-described"),
                first(CatalogEvent.ComponentRetired.class, "catalog.component-retired"),
                first(CatalogEvent.ComponentReinstated.class, "catalog.component-reinstated"));
    }

    private static List<EventType> subject() {
        return List.of(
                first(SubjectEvent.SubjectDescribed.class, "subject.described"),
                first(SubjectEvent.ValuesOpened.class, "subject.values-opened"),
                first(SubjectEvent.SubjectErased.class, "subject.erased"));
    }

    private static List<EventType> ledger() {
        return List.of(first(LedgerEvent.KeyRotated.class, KeyRotation.TYPE));
    }

    private static EventType first(Class<? extends Record> event, String name) {
        return new EventType(event, name, 1);
    }
}
