package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.contracts.faults.Fault;
import org.incidentledger.contracts.faults.FaultyDataSource;
import org.incidentledger.contracts.faults.Step;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every step of an append is broken twice, failed without effect and failed with it, with and without the connection. */
@ParameterizedClass
@EnumSource(Engine.class)
class FaultsTest {
    private static final StreamId A = SampleAppends.stream("a");
    private static final StreamId B = SampleAppends.stream("b");
    private static final int FOR_EVER = 1_000;

    @RegisterExtension
    final LedgerDatabase database;

    private final Engine engine;

    private FaultyDataSource faulty;
    private JdbcLedger ledger;

    FaultsTest(Engine engine) {
        this.engine = engine;
        this.database = engine.database();
    }

    @BeforeEach
    void one_entry_is_there() {
        faulty = new FaultyDataSource(database.dataSource());
        ledger = JdbcLedger.open(new JdbcPlace(faulty.dataSource(), database.notary()), Clock.systemUTC());
        ledger.append(engine.append(A, 0, 1));
    }

    @AfterEach
    void the_ledger_is_whole_after_opening_it_again() {
        ledger.close();
        database.reopen();
        try (JdbcLedger again = JdbcLedger.open(database.place(), Clock.systemUTC())) {
            LedgerInvariants.verify(again);
        }
    }

    /** How a step is broken. */
    enum Break {
        WITHOUT_EFFECT,
        WITHOUT_EFFECT_AND_CONNECTION,
        AFTER_IT_WAS_DONE,
        AFTER_IT_WAS_DONE_AND_WITHOUT_CONNECTION;

        boolean takesEffect() {
            return this == AFTER_IT_WAS_DONE || this == AFTER_IT_WAS_DONE_AND_WITHOUT_CONNECTION;
        }

        Fault of(Step step) {
            Fault fault = takesEffect() ? Fault.after(step) : Fault.before(step);
            return this == WITHOUT_EFFECT_AND_CONNECTION || this == AFTER_IT_WAS_DONE_AND_WITHOUT_CONNECTION
                    ? fault.losingConnection()
                    : fault;
        }
    }

    @Test
    void before_the_commit_nothing_was_appended_and_the_ledger_goes_on() {
        long length = 1;
        for (Step step : engine.beforeCommit()) {
            for (Break how : Break.values()) {
                assertNothingAppended(how.of(step), length);
                length += 2;
            }
        }
    }

    private void assertNothingAppended(Fault fault, long length) {
        Append failing = engine.append(A, length, 2);
        faulty.add(fault);
        assertUnavailable(failing);
        assertThat(faulty.faultsLeft()).isZero();
        assertThat(ledger.head().size()).isEqualTo(length);
        assertThat(ledger.receipt(failing.header().commandId())).isEmpty();
        assertThat(ledger.append(failing)).isInstanceOf(AppendResult.Appended.class);
        LedgerInvariants.verify(ledger);
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_without_an_answer_is_found_out(Break how) {
        Append doubtful = engine.append(A, 1, 2);
        faulty.add(how.of(engine.commitStep()));
        if (how.takesEffect()) {
            assertThat(ledger.append(doubtful)).isInstanceOf(AppendResult.Appended.class);
        } else {
            assertUnavailable(doubtful);
        }
        assertThat(ledger.head().size()).isEqualTo(how.takesEffect() ? 3 : 1);
        LedgerInvariants.verify(ledger);
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_found_out_is_said_to_be_unknown_until_the_database_is_back(Break how) {
        Append doubtful = engine.append(A, 1, 2);
        UUID command = doubtful.header().commandId();
        faulty.add(how.of(engine.commitStep()));
        faulty.add(Fault.before(Step.connect()).times(FOR_EVER));
        assertUnknown(doubtful);
        assertThatExceptionOfType(LedgerException.Unavailable.class).isThrownBy(() -> ledger.receipt(command));
        faulty.clear();
        assertThat(ledger.receipt(command).isPresent()).isEqualTo(how.takesEffect());
        assertThat(ledger.append(doubtful))
                .isInstanceOf(how.takesEffect() ? AppendResult.AlreadyAppended.class : AppendResult.Appended.class);
        assertThat(ledger.head().size()).isEqualTo(3);
        LedgerInvariants.verify(ledger);
    }

    @ParameterizedTest
    @EnumSource
    void when_the_disk_does_not_confirm_the_ledger_stops_until_it_is_opened_again(Break how) {
        assumeTrue(engine == Engine.H2, "a commit of PostgreSQL is on disk");
        Append doubtful = engine.append(A, 1, 2);
        faulty.add(how.of(engine.durableStep()));
        assertUnknown(doubtful);
        assertUnavailable(engine.append(A, 3, 1));
        assertThat(ledger.head().size()).isEqualTo(1);
        assertThat(ledger.read(0, 9)).hasSize(1);
        ledger.close();
        ledger = JdbcLedger.open(new JdbcPlace(faulty.dataSource(), database.notary()), Clock.systemUTC());
        assertThat(ledger.append(doubtful)).isInstanceOf(AppendResult.AlreadyAppended.class);
        assertThat(ledger.head().size()).isEqualTo(3);
    }

    @Test
    void only_the_length_of_a_stream_that_was_not_appended_to_before_is_looked_up() {
        assumeTrue(engine == Engine.H2, "on PostgreSQL every length is looked up with the rest");
        Append first = engine.append(B, 0, 2);
        faulty.add(Fault.before(Step.execute("SELECT sequence")));
        assertUnavailable(first);
        assertThat(ledger.append(first)).isInstanceOf(AppendResult.Appended.class);
        faulty.add(Fault.before(Step.execute("SELECT sequence")));
        assertThat(ledger.append(engine.append(B, 2, 1))).isInstanceOf(AppendResult.Appended.class);
        assertThat(ledger.append(engine.append(B, 2, 1))).isInstanceOf(AppendResult.Conflict.class);
        assertThat(faulty.faultsLeft()).isOne();
        faulty.clear();
    }

    @ParameterizedTest
    @EnumSource
    void the_length_of_a_stream_is_right_after_an_outcome_that_was_unknown(Break how) {
        Append doubtful = engine.append(A, 1, 2);
        faulty.add(how.of(engine.commitStep()));
        faulty.add(Fault.before(Step.connect()).times(FOR_EVER));
        assertUnknown(doubtful);
        faulty.clear();
        long length = how.takesEffect() ? 3 : 1;
        Append wrong = engine.append(A, 4 - length, 1);
        assertThat(ledger.append(wrong)).isEqualTo(new AppendResult.Conflict(A, 4 - length, length));
        assertThat(ledger.append(engine.append(A, length, 1))).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void without_a_connection_nothing_is_appended() {
        faulty.add(Fault.before(engine.firstStep()).losingConnection());
        assertUnavailable(engine.append(A, 1, 1));
        faulty.add(Fault.before(Step.connect()));
        assertUnavailable(engine.append(A, 1, 1));
        assertThat(ledger.append(engine.append(A, 1, 1))).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void reading_fails_without_harm() {
        List<Step> reads = List.of(Step.connect(), Step.execute("SELECT position"));
        for (Step read : reads) {
            faulty.add(Fault.before(read));
            assertThatExceptionOfType(LedgerException.Unavailable.class).isThrownBy(() -> ledger.read(0, 1));
            assertThat(ledger.read(0, 1)).hasSize(1);
        }
    }

    private void assertUnavailable(Append append) {
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> ledger.append(append))
                .withMessageStartingWith("cannot append");
    }

    private void assertUnknown(Append append) {
        assertThatExceptionOfType(LedgerException.OutcomeUnknown.class)
                .isThrownBy(() -> ledger.append(append))
                .satisfies(unknown -> assertThat(unknown.commandId())
                        .isEqualTo(append.header().commandId()));
    }
}
