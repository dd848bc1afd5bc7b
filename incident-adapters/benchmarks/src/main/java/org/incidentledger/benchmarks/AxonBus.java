package org.incidentledger.benchmarks;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.incidentledger.core.axon.Aggregates;
import org.incidentledger.core.axon.Headers;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentPolicy;

/** The same aggregates on Axon's command bus, with nothing of ours below them: another engine keeps the events. */
final class AxonBus implements Contestant {
    private static final ActorRef ACTOR = new ActorRef("staff/bench");

    private final EventStorageEngine engine;
    private final Configuration axon;
    private final Runnable release;

    AxonBus(EventStorageEngine engine, Runnable release) {
        this.engine = engine;
        this.release = release;
        this.axon = Aggregates.register(
                        DefaultConfigurer.defaultConfiguration(false).configureEmbeddedEventStore(c -> engine),
                        IncidentPolicy.DEFAULT)
                .start();
    }

    EventStorageEngine engine() {
        return engine;
    }

    @Override
    public boolean carryOut(IncidentCommand command) {
        Instant now = Instant.now();
        CommandHeader header = new CommandHeader(UUID.randomUUID(), ACTOR, now, now, null, null);
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        axon.commandBus()
                .<Object, Object>dispatch(
                        new GenericCommandMessage<>(
                                new GenericMessage<>(header.commandId().toString(), command, Headers.metaData(header)),
                                command.getClass().getName()),
                        (sent, result) -> answer.set(result));
        CommandResultMessage<?> result = answer.get();
        if (result == null) {
            throw new IllegalStateException("the command bus did not answer on the thread of the sender");
        }
        if (result.isExceptional()) {
            throw new IllegalStateException("a command failed", result.exceptionResult());
        }
        return result.getPayload() instanceof Decision.Accepted;
    }

    @Override
    public long readAll() {
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(null, false)) {
            // Both are decoded when they are asked for, and a view needs both.
            return events.filter(event -> event.getPayload() != null && event.getMetaData() != null)
                    .count();
        }
    }

    @Override
    public void close() {
        try {
            axon.shutdown();
        } finally {
            release.run();
        }
    }
}
