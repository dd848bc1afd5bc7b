package org.incidentledger.core.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.incident.ActionItemCommand;
import org.incidentledger.core.incident.AssessmentCommand;
import org.incidentledger.core.incident.ContainmentCommand;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.incident.IncidentEvent;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.LifecycleEvent;
import org.incidentledger.core.incident.NotificationCommand;
import org.incidentledger.core.incident.ObligationCommand;
import org.incidentledger.core.incident.PostMortemCommand;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.jspecify.annotations.Nullable;

/**
 * The incident as an Axon aggregate: every command goes to the decider, every event to the state. Axon finds handlers by the
 * class of the command, so each has a line here.
 */
final class IncidentAggregate implements Folded {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private Incident state = Incident.UNREPORTED;

    IncidentAggregate() {}

    /** One that was folded before. */
    IncidentAggregate(String stream, Incident state) {
        this.stream = stream;
        this.state = state;
    }

    @Override
    public Incident state() {
        return state;
    }

    @Decided
    Decision<IncidentEvent> handle(LifecycleCommand.ReportIncident c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(LifecycleCommand.AcknowledgeIncident c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(LifecycleCommand.ResolveIncident c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(LifecycleCommand.ReopenIncident c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(LifecycleCommand.RejectReport c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(LifecycleCommand.MergeIncident c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(AssessmentCommand.AssessIncident c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(AssessmentCommand.AssignRole c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ContainmentCommand.CloseAccess c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ContainmentCommand.RestoreAccess c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ContainmentCommand.ContainIncident c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ContainmentCommand.ReportContainmentLoss c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(PublicationCommand.PostUpdate c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(PublicationCommand.CorrectUpdate c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(PublicationCommand.RetractUpdate c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(PublicationCommand.CorrectTitle c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(NotificationCommand.NotifyAudience c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(
            NotificationCommand.RecordNotificationProgress c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(NotificationCommand.CompleteNotification c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ObligationCommand.RecordAnchor c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ObligationCommand.NotifyAuthority c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ObligationCommand.WaiveObligation c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(PostMortemCommand.RevisePostMortem c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(PostMortemCommand.ApprovePostMortem c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(PostMortemCommand.PublishPostMortem c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(PostMortemCommand.WaivePostMortem c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ActionItemCommand.OpenActionItem c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ActionItemCommand.CompleteActionItem c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(ActionItemCommand.DropActionItem c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(RecordCommand.RecordFinding c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(RecordCommand.PlaceHold c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(RecordCommand.LiftHold c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(RecordCommand.CorrectRecord c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<IncidentEvent> handle(RecordCommand.EraseSealed c, CommandMessage<?> m, IncidentDecider d) {
        return decide(c, m, d);
    }

    private Decision<IncidentEvent> decide(
            IncidentCommand command, CommandMessage<?> message, IncidentDecider decider) {
        CommandHeader header = Headers.of(message);
        return Decisions.apply(decider.decide(state, command, header), header);
    }

    @EventSourcingHandler
    void on(IncidentEvent event, EventMessage<?> message) {
        if (event instanceof LifecycleEvent.IncidentReported reported) {
            stream = Streams.of(reported.incident()).toString();
        }
        state = Loading.next(message, () -> state.evolve(event));
    }
}
