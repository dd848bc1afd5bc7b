package org.incidentledger.core.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.maintenance.Maintenance;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.maintenance.MaintenanceDecider;
import org.incidentledger.core.maintenance.MaintenanceEvent;
import org.jspecify.annotations.Nullable;

/** The maintenance as an Axon aggregate: every command goes to the decider, every event to the state. */
final class MaintenanceAggregate implements Folded {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private Maintenance state = Maintenance.UNSCHEDULED;

    MaintenanceAggregate() {}

    /** One that was folded before. */
    MaintenanceAggregate(String stream, Maintenance state) {
        this.stream = stream;
        this.state = state;
    }

    @Override
    public Maintenance state() {
        return state;
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.ScheduleMaintenance c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.RescheduleMaintenance c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.StartMaintenance c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.VerifyMaintenance c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.CompleteMaintenance c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.CancelMaintenance c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.PostMaintenanceUpdate c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.CorrectMaintenanceUpdate c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.RetractMaintenanceUpdate c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    @Decided
    Decision<MaintenanceEvent> handle(
            MaintenanceCommand.CorrectMaintenanceTitle c, CommandMessage<?> m, MaintenanceDecider d) {
        return decide(c, m, d);
    }

    private Decision<MaintenanceEvent> decide(
            MaintenanceCommand command, CommandMessage<?> message, MaintenanceDecider decider) {
        CommandHeader header = Headers.of(message);
        return Decisions.apply(decider.decide(state, command, header), header);
    }

    @EventSourcingHandler
    void on(MaintenanceEvent event, EventMessage<?> message) {
        if (event instanceof MaintenanceEvent.MaintenanceScheduled scheduled) {
            stream = Streams.of(scheduled.maintenance()).toString();
        }
        state = Loading.next(message, () -> state.evolve(event));
    }
}
