package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.GenericMessage;
import org.incidentledger.contracts.SettableClock;
import org.incidentledger.contracts.scenario.Scenario;
import org.incidentledger.contracts.scenario.Step;
import org.incidentledger.core.axon.Aggregates;
import org.incidentledger.core.axon.Headers;
import org.incidentledger.core.axon.Snapshotting;
import org.incidentledger.core.catalog.CatalogDecider;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.incident.IncidentDecider;
import org.incidentledger.core.maintenance.MaintenanceDecider;
import org.incidentledger.ledger.memory.MemoryLedger;
import org.incidentledger.ledger.memory.MemorySnapshotStore;
import org.junit.jupiter.api.Test;

/** Whether a state was folded from all events or taken from a snapshot makes no difference to any decision. */
class SnapshotDecisionsTest {
    private static final int SCENARIOS = 60;
    private static final int SCENARIOS_ON_AXON = 12;

    private final ViewCodec codec = new ViewCodec();

    @Test
    void every_state_decides_alike_after_it_was_written_and_read() {
        Scenario.each(
                SCENARIOS,
                scenario -> scenario.commands().forEach(step -> {
                    assertThat(decideFromSnapshot(step)).as(step.toString()).isEqualTo(step.decision());
                }));
    }

    private Decision<?> decideFromSnapshot(Step step) {
        CommandHeader header = step.header();
        return switch (step) {
            case Step.OfIncident s ->
                new IncidentDecider(Scenario.POLICY).decide(again(s.before()), s.command(), header);
            case Step.OfMaintenance s ->
                new MaintenanceDecider(Scenario.LIMITS).decide(again(s.before()), s.command(), header);
            case Step.OfCatalog s -> new CatalogDecider(Scenario.LIMITS).decide(again(s.before()), s.command(), header);
        };
    }

    @SuppressWarnings("unchecked")
    private <S extends Record> S again(S state) {
        S read = (S) codec.decode(codec.encode(state), state.getClass());
        assertThat(read).isEqualTo(state);
        return read;
    }

    /** Every command loads its aggregate, nearly always from a snapshot and an event or two. */
    @Test
    void axon_decides_alike_with_a_snapshot_every_other_event() {
        Scenario.each(SCENARIOS_ON_AXON, scenario -> {
            List<Step> steps = scenario.commands().toList();
            SettableClock clock = new SettableClock(steps.getFirst().header().receivedAt());
            MemoryLedger ledger = new MemoryLedger(clock);
            MemorySnapshotStore kept = new MemorySnapshotStore();
            Configuration axon = axon(ledger, new Snapshots(kept, codec, Set.of(), 1));
            try {
                for (Step step : steps) {
                    clock.set(step.header().receivedAt());
                    assertThat(dispatch(axon, step)).as(step.toString()).isEqualTo(step.decision());
                }
            } finally {
                axon.shutdown();
            }
            assertThat(steps.stream()
                            .map(Step::stream)
                            .distinct()
                            .filter(stream -> ledger.readStream(stream, 0, 10).size() > 2)
                            .map(kept::find))
                    .isNotEmpty()
                    .allSatisfy(snapshot -> assertThat(snapshot).isPresent());
        });
    }

    private static Configuration axon(MemoryLedger ledger, Snapshots snapshots) {
        EventCodec events = new EventCodec();
        LedgerStorageEngine engine =
                new LedgerStorageEngine(ledger, events, snapshots, new SimpleMeterRegistry().timer("append"));
        LedgerEventStore store = new LedgerEventStore(engine, new EventFeed(ledger, new HistoryDecoder(events)));
        return Aggregates.register(
                        DefaultConfigurer.defaultConfiguration(false).configureEventStore(c -> store),
                        Scenario.POLICY,
                        null,
                        new Snapshotting(2, Runnable::run, NoTransactionManager.instance()))
                .start();
    }

    private static Object dispatch(Configuration axon, Step step) {
        Object command = switch (step) {
            case Step.OfIncident s -> s.command();
            case Step.OfMaintenance s -> s.command();
            case Step.OfCatalog s -> s.command();
        };
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        String id = step.header().commandId().toString();
        axon.commandBus()
                .dispatch(
                        new GenericCommandMessage<>(
                                new GenericMessage<>(id, command, Headers.metaData(step.header())),
                                command.getClass().getName()),
                        (sent, result) -> answer.set(result));
        if (answer.get().isExceptional()) {
            throw new AssertionError(step.toString(), answer.get().exceptionResult());
        }
        return answer.get().getPayload();
    }
}
