package org.incidentledger.projections.audit;

import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.Provenance;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.ActionItemEvent;
import org.incidentledger.core.incident.AssessmentEvent;
import org.incidentledger.core.incident.ContainmentEvent;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.NotificationEvent;
import org.incidentledger.core.incident.ObligationEvent;
import org.incidentledger.core.incident.PostMortemEvent;
import org.incidentledger.core.incident.PublicationEvent;
import org.incidentledger.core.incident.RecordEvent;
import org.incidentledger.projections.replay.Projection;
import org.jspecify.annotations.Nullable;

/** One line for every entry of the ledger, under its position as 19 digits, so that the order of keys is that of history. */
public final class AuditProjection implements Projection<AuditLine> {
    /** The key of the line of a position. */
    public static String key(long position) {
        return "%019d".formatted(position);
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Class<AuditLine> documentType() {
        return AuditLine.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return List.of(key(event.position()));
    }

    @Override
    public boolean begins(String key, RecordedEvent event) {
        return true;
    }

    @Override
    public AuditLine apply(String key, @Nullable AuditLine before, RecordedEvent event) {
        Provenance provenance = event.provenance();
        ActorRef actor = provenance.actor();
        UUID correlation = provenance.correlationId();
        Told told = tell(event.fact());
        return new AuditLine(
                event.position(),
                provenance.recordedAt(),
                provenance.occurredAt(),
                actor.value(),
                provenance.commandId().toString(),
                correlation == null ? null : correlation.toString(),
                provenance.reason(),
                event.stream().toString(),
                event.sequence(),
                event.type(),
                event.eventId().toString(),
                told.summary(),
                told.changes());
    }

    private static Told tell(Fact fact) {
        return switch (fact) {
            case Fact.OfIncident f -> tell(f.event());
            case Fact.OfMaintenance f -> MaintenanceLines.tell(f.event());
            case Fact.OfCatalog f -> CatalogLines.tell(f.event());
            case Fact.OfSubject f -> SubjectLines.tell(f.subject(), f.event());
            case Fact.OfLedger f -> LedgerLines.tell(f.event());
        };
    }

    private static Told tell(IncidentEvent event) {
        return switch (event) {
            case LifecycleEvent e -> LifecycleLines.tell(e);
            case AssessmentEvent e -> AssessmentLines.tell(e);
            case ContainmentEvent e -> ContainmentLines.tell(e);
            case PublicationEvent e -> PublicationLines.tell(e);
            case NotificationEvent e -> NotificationLines.tell(e);
            case ObligationEvent e -> ObligationLines.tell(e);
            case PostMortemEvent e -> PostMortemLines.tell(e);
            case ActionItemEvent e -> ActionItemLines.tell(e);
            case RecordEvent e -> RecordLines.tell(e);
        };
    }
}
