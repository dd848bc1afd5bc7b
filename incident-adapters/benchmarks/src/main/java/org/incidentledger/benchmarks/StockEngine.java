package org.incidentledger.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;
import org.incidentledger.core.axon.Headers;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;

/** Axon's JDBC engine as its manual sets it up, with Jackson. */
final class StockEngine {
    private StockEngine() {}

    /** The engine on an empty database. */
    static EventStorageEngine on(Pool pool, EventTableFactory tables) {
        JacksonSerializer jackson = JacksonSerializer.builder()
                .objectMapper(
                        JsonMapper.builder().addModule(new JavaTimeModule()).build())
                .build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .eventSerializer(jackson)
                .snapshotSerializer(jackson)
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new DataSourceConnectionProvider(pool.dataSource())))
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        inOneTransaction(() -> engine.createSchema(tables));
        return engine;
    }

    /** Gives another engine the history of our ledger, some hundred events to a transaction. */
    static void copy(OurLedger from, EventStorageEngine to) {
        long next = 0;
        List<RecordedEvent> page = from.events(next);
        while (!page.isEmpty()) {
            List<DomainEventMessage<?>> messages = new ArrayList<>();
            page.forEach(event -> messages.add(message(event)));
            inOneTransaction(() -> to.appendEvents(messages));
            next += page.size();
            page = from.events(next);
        }
    }

    private static DomainEventMessage<?> message(RecordedEvent event) {
        CommandHeader header = new CommandHeader(
                event.provenance().commandId(),
                event.provenance().actor(),
                event.provenance().occurredAt(),
                event.provenance().recordedAt(),
                event.provenance().correlationId(),
                event.provenance().reason());
        Map<String, ?> metaData = Headers.metaData(header);
        return new GenericDomainEventMessage<>(
                event.stream().category(),
                event.stream().toString(),
                event.sequence(),
                payload(event.fact()),
                MetaData.from(metaData),
                event.eventId().toString(),
                event.provenance().recordedAt());
    }

    private static Object payload(Fact fact) {
        return switch (fact) {
            case Fact.OfIncident f -> f.event();
            case Fact.OfMaintenance f -> f.event();
            case Fact.OfCatalog f -> f.event();
            case Fact.OfSubject f -> f.event();
            case Fact.OfLedger f -> f.event();
        };
    }

    private static void inOneTransaction(Runnable work) {
        DefaultUnitOfWork.startAndGet(null).execute(work);
    }
}
