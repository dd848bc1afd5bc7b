package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.contracts.SampleAppends.append;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.contracts.faults.Fault;
import org.incidentledger.contracts.faults.FaultyDataSource;
import org.incidentledger.contracts.faults.Step;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.ledger.journal.FaultyDisk;
import org.incidentledger.ledger.journal.FaultyDisk.Operation;
import org.incidentledger.ledger.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The writes that make a group durable are broken twice: failed without effect, and failed with it. */
class JournalFaultsTest {
    private static final StreamId A = SampleAppends.stream("a");

    /** Enough for the journal to have a thread of its own for them. */
    private static final int MANY = 20;

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final FaultyDisk disk = new FaultyDisk();
    private FaultyDataSource faulty;
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made whenever the ledger is opened
    private Journal journal;

    private JdbcLedger ledger;

    @BeforeEach
    void one_entry_is_there() throws IOException {
        faulty = new FaultyDataSource(database.dataSource());
        folder = Files.createDirectory(database.directory().resolve("beside"));
        ledger = open(faulty.dataSource());
        ledger.append(append(A, 0, 1));
    }

    private JdbcLedger open(DataSource dataSource) throws IOException {
        journal = Journal.open(folder, disk);
        return JdbcLedger.open(new JdbcPlace(dataSource, database.notary(), journal), Clock.systemUTC());
    }

    private void reopen() throws IOException {
        ledger.close();
        journal.close();
        database.reopen();
        faulty = new FaultyDataSource(database.dataSource());
        ledger = open(faulty.dataSource());
    }

    @AfterEach
    void the_ledger_is_whole_after_opening_it_again() throws IOException {
        faulty.clear();
        reopen();
        Verifications.verified(ledger, ledger.key());
        ledger.close();
        journal.close();
    }

    @ParameterizedTest
    @CsvSource({"false, 2", "true, 2", "false, " + MANY, "true, " + MANY})
    void what_could_not_be_written_was_not_appended_and_the_ledger_goes_on(boolean takesEffect, int events) {
        Append failing = append(A, 1, events);
        disk.add(new FaultyDisk.Fault(Operation.WRITE, takesEffect));
        assertUnavailable(failing);
        assertThat(disk.faultsLeft()).isZero();
        assertThat(ledger.receipt(failing.header().commandId())).isEmpty();
        assertThat(ledger.append(failing)).isInstanceOf(AppendResult.Appended.class);
        Verifications.verified(ledger, ledger.key());
    }

    @ParameterizedTest
    @CsvSource({"false, 2", "true, 2", "false, " + MANY, "true, " + MANY})
    void what_could_not_be_forced_is_unknown_until_the_ledger_is_opened_again(boolean takesEffect, int events)
            throws IOException {
        Append doubtful = append(A, 1, events);
        disk.add(new FaultyDisk.Fault(Operation.FORCE, takesEffect));
        assertUnknown(doubtful);
        assertUnavailable(append(A, 1 + events, 1));
        assertThat(ledger.head().size()).isEqualTo(1);
        reopen();
        assertThat(ledger.append(doubtful)).isInstanceOf(AppendResult.AlreadyAppended.class);
        assertThat(ledger.head().size()).isEqualTo(1 + events);
    }

    @ParameterizedTest
    @CsvSource({"INSERT INTO ledger_entry, 2", "INSERT INTO ledger_entry, " + MANY, "UPDATE ledger_head, " + MANY})
    void rows_that_cannot_be_stored_take_their_record_with_them(String statement, int events) throws IOException {
        Append failing = append(A, 1, events);
        faulty.add(Fault.before(Step.execute(statement)));
        assertUnavailable(failing);
        assertThat(journal.last().map(SignedCheckpoint::size)).contains(1L);
        assertThat(ledger.append(append(A, 1, 1))).isInstanceOf(AppendResult.Appended.class);
        reopen();
        assertThat(ledger.receipt(failing.header().commandId())).isEmpty();
        assertThat(ledger.head().size()).isEqualTo(2);
    }

    @Test
    void a_record_that_cannot_follow_its_rows_out_stops_the_ledger() throws IOException {
        Append doubtful = append(A, 1, MANY);
        faulty.add(Fault.before(Step.execute("UPDATE ledger_head")));
        disk.add(new FaultyDisk.Fault(Operation.WRITE, false).after(1));
        assertUnknown(doubtful);
        assertUnavailable(append(A, 1, 1));
        reopen();
        assertThat(ledger.append(doubtful)).isInstanceOf(AppendResult.AlreadyAppended.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_commit_without_an_answer_is_found_out(boolean takesEffect) {
        Append doubtful = append(A, 1, 2);
        faulty.add(takesEffect ? Fault.after(Step.commit()) : Fault.before(Step.commit()));
        if (takesEffect) {
            assertThat(ledger.append(doubtful)).isInstanceOf(AppendResult.Appended.class);
        } else {
            assertUnavailable(doubtful);
            assertThat(ledger.append(doubtful)).isInstanceOf(AppendResult.Appended.class);
        }
        assertThat(ledger.append(append(A, 3, 1))).isInstanceOf(AppendResult.Appended.class);
        Verifications.verified(ledger, ledger.key());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_commit_that_cannot_be_found_out_is_settled_when_the_database_is_back(boolean takesEffect) {
        Append doubtful = append(A, 1, 2);
        faulty.add(takesEffect ? Fault.after(Step.commit()) : Fault.before(Step.commit()));
        faulty.add(Fault.before(Step.connect()).times(1_000));
        assertUnknown(doubtful);
        faulty.clear();
        assertThat(ledger.receipt(doubtful.header().commandId()).isPresent()).isEqualTo(takesEffect);
        assertThat(ledger.append(doubtful))
                .isInstanceOf(takesEffect ? AppendResult.AlreadyAppended.class : AppendResult.Appended.class);
        Verifications.verified(ledger, ledger.key());
    }

    @Test
    void a_record_that_cannot_be_taken_back_stops_the_ledger() throws IOException {
        Append doubtful = append(A, 1, 2);
        faulty.add(Fault.before(Step.commit()));
        disk.add(new FaultyDisk.Fault(Operation.WRITE, false).after(1));
        assertUnknown(doubtful);
        assertUnavailable(append(A, 3, 1));
        reopen();
        assertThat(ledger.append(doubtful)).isInstanceOf(AppendResult.AlreadyAppended.class);
    }

    private void assertUnavailable(Append append) {
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> ledger.append(append))
                .withMessageStartingWith("cannot append");
    }

    private void assertUnknown(Append append) {
        assertThatExceptionOfType(LedgerException.OutcomeUnknown.class).isThrownBy(() -> ledger.append(append));
    }
}
