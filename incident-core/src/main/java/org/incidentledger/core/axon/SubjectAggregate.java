package org.incidentledger.core.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.subject.Subject;
import org.incidentledger.core.subject.SubjectCommand;
import org.incidentledger.core.subject.SubjectDecider;
import org.incidentledger.core.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/** The subject as an Axon aggregate: every command goes to the decider, every event to the state. */
final class SubjectAggregate implements Folded {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private @Nullable String asked;

    private Subject state = Subject.UNKNOWN;

    SubjectAggregate() {}

    /** One that was folded before. */
    SubjectAggregate(String stream, Subject state) {
        this.stream = stream;
        this.state = state;
    }

    @Override
    public Subject state() {
        return state;
    }

    @Decided
    Decision<SubjectEvent> handle(SubjectCommand.DescribeSubject c, CommandMessage<?> m, SubjectDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<SubjectEvent> handle(SubjectCommand.OpenValues c, CommandMessage<?> m, SubjectDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<SubjectEvent> handle(SubjectCommand.EraseSubject c, CommandMessage<?> m, SubjectDecider d) {
        return decide(c, m, d);
    }

    private Decision<SubjectEvent> decide(SubjectCommand command, CommandMessage<?> message, SubjectDecider decider) {
        CommandHeader header = Headers.of(message);
        asked = Streams.of(command.subject()).toString();
        return Decisions.apply(decider.decide(state, command, header), header);
    }

    @EventSourcingHandler
    void on(SubjectEvent event, DomainEventMessage<?> message) {
        // The event does not say whom it is about: its stream does, or, while it is applied, the command.
        stream = asked == null ? message.getAggregateIdentifier() : asked;
        state = Loading.next(message, () -> state.evolve(event));
    }
}
