package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.incidentledger.contracts.StoredValues;
import org.incidentledger.contracts.scenario.Scenario;
import org.incidentledger.contracts.scenario.Step;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.history.Fact;
import org.incidentledger.core.history.RecordedEvent;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.sealing.SealedValueException;
import org.incidentledger.core.subject.SubjectCommand;
import org.incidentledger.projections.audit.AuditLine;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.audit.FieldChange;
import org.junit.jupiter.api.Test;

/** What a line of the audit trail says of the values that its entry commits to. */
class SealedStatesTest extends SealedReports {
    private final HistoryDecoder decoder = new HistoryDecoder(new EventCodec());

    private AuditLine line(long position) {
        return line(decoder.decode(ledger.reader().read(position, 1).getFirst()));
    }

    private static AuditLine line(RecordedEvent event) {
        return new AuditProjection().apply(AuditProjection.key(event.position()), null, event);
    }

    private List<SealedState> states(long position) {
        return new SealedStates(vault())
                .of(line(position)).stream().map(SealedStates.Named::state).toList();
    }

    @Test
    void is_said_of_every_value_that_an_event_can_refer_to() {
        ledger.as(ADA).send(new SubjectCommand.DescribeSubject(ANN, null, null));
        Sealing sealing = ledger.sealing();
        ledger.as(ADA)
                .with(sealing)
                .send(new SubjectCommand.DescribeSubject(
                        ANN, sealing.seal(ANN, ANNS_NAME), sealing.seal(ANN, "ann@example.org")))
                .receipt();
        for (long seed = 1; seed <= 20; seed++) {
            for (Step step : Scenario.seeded(seed).commands().toList()) {
                if (step instanceof Step.OfIncident of) {
                    ScenarioSealing.with(ledger.as(ADA), of.command()).send(of.command());
                }
            }
        }
        SealedStates states = new SealedStates(vault());
        List<RecordedEvent> events = ledger.reader().read(0, Integer.MAX_VALUE).stream()
                .map(decoder::decode)
                .toList();
        assertThat(events).anyMatch(event -> values(event).size() == 2);
        assertThat(events)
                .allSatisfy(event -> assertThat(states.of(line(event)))
                        .extracting(SealedStates.Named::value)
                        .containsExactlyElementsOf(
                                values(event).stream().map(SealedValue::id).toList()));
    }

    private static List<SealedValue> values(RecordedEvent event) {
        return switch (event.fact()) {
            case Fact.OfIncident f -> f.event().sealedValues();
            case Fact.OfSubject f -> f.event().sealedValues();
            default -> List.of();
        };
    }

    @Test
    void changes_with_an_erasure_of_the_subject_or_within_one_incident() {
        reported("2026-1", ANN, ANNS_NAME);
        reported("2026-2", BOB, "Bob");
        reported("2026-3", BOB, "Bob");
        assertThat(states(0)).containsExactly(SealedState.SEALED);
        vault().erase(ANN, "req-7", "Art. 17");
        ledger.as(ADA)
                .send(new RecordCommand.EraseSealed(new IncidentId("2026-2"), BOB, "req-8", "Art. 17"))
                .receipt();

        assertThat(states(0)).containsExactly(SealedState.ERASED);
        assertThat(states(1)).containsExactly(SealedState.ERASED);
        assertThat(states(2)).containsExactly(SealedState.SEALED);
        assertThat(new SealedStates(vault()).in(line(0)).changes())
                .extracting(FieldChange::to)
                .anyMatch(text -> text != null && text.startsWith("erased value "));
    }

    @Test
    void does_not_take_a_row_that_somebody_deleted_for_an_erasure() throws SQLException {
        reported("2026-1", ANN, ANNS_NAME);
        ledger.close();
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:" + folder.resolve("ledger"));
        h2.setUser("sa");
        new StoredValues(h2).deleteAll();
        open();
        assertThat(states(0)).containsExactly(SealedState.MISSING);
        assertThatExceptionOfType(SealedValueException.class)
                .isThrownBy(() -> vault().about(ANN, "Art. 15"))
                .withMessageContaining("position 0");
    }
}
