package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.SettableClock;
import org.incidentledger.contracts.scenario.Scenario;
import org.incidentledger.contracts.scenario.Step;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.projections.StandardProjections;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.sealing.KeyWrapper;
import org.junit.jupiter.api.Test;

class ViewRebuildTest {
    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void a_rebuilt_view_equals_the_live_one_byte_for_byte_and_the_replayed_one_document_for_document() {
        Scenario.each(6, scenario -> {
            try {
                check(scenario);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static void check(Scenario scenario) throws SQLException {
        DataSource dataSource = Databases.inMemory();
        List<Step> steps = scenario.commands().toList();
        SettableClock clock = new SettableClock(steps.get(0).header().receivedAt());
        LedgerOptions options = LedgerOptions.defaults()
                .withNotary(new MemoryNotary())
                .withSealingKey(KeyWrapper.ofThisProcess())
                .withPolicy(Scenario.POLICY)
                .withClock(clock);
        try (IncidentLedger ledger = IncidentLedger.open(dataSource, options)) {
            steps.forEach(step -> assertDecidedAlike(step, send(ledger, clock, step)));
            long last = ledger.head().size() - 1;
            ledger.await(last, SOON);
            Map<String, String> live = Databases.documents(dataSource);

            ledger.rebuild();
            ledger.await(last, SOON);

            assertThat(live).isNotEmpty();
            assertThat(Databases.documents(dataSource)).isEqualTo(live);
            assertThat(ledger.deadLetters()).isEmpty();
            Views replayed = ledger.asOf(Moment.position(last));
            for (Projection<?> projection : StandardProjections.all()) {
                assertThat(List.<Object>copyOf(replayed.of(projection).all().toList()))
                        .isEqualTo(
                                List.copyOf(ledger.views().of(projection).all().toList()));
            }
        }
    }

    private static Outcome send(IncidentLedger ledger, SettableClock clock, Step step) {
        clock.set(step.header().receivedAt());
        CommandSender sender = ledger.as(step.header().actor())
                .at(step.header().occurredAt())
                .commandId(step.header().commandId());
        String reason = step.header().reason();
        CommandSender reasoned = reason == null ? sender : sender.because(reason);
        return switch (step) {
            case Step.OfIncident s ->
                ScenarioSealing.with(reasoned, s.command()).send(s.command());
            case Step.OfMaintenance s -> reasoned.send(s.command());
            case Step.OfCatalog s -> reasoned.send(s.command());
        };
    }

    /** The generator decided without any ledger; Axon, the encoding and the storage must not change a word of that. */
    private static void assertDecidedAlike(Step step, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted ->
                assertThat(step.decision()).as(step.toString()).isInstanceOf(Decision.Accepted.class);
            case Outcome.Refused refused ->
                assertThat(step.decision())
                        .as(step.toString())
                        .isInstanceOfSatisfying(
                                Decision.Refused.class,
                                expected -> assertThat(expected.refusal().rule())
                                        .isEqualTo(refused.refusal().rule()));
        }
    }
}
