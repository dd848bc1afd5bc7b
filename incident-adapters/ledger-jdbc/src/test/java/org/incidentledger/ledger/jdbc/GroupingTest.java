package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.contracts.SampleAppends.sized;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.contracts.faults.FaultyDataSource;
import org.incidentledger.contracts.faults.Pause;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens while a group is on its way to disk. */
@ParameterizedClass
@EnumSource(Engine.class)
class GroupingTest {
    private static final StreamId A = SampleAppends.stream("a");
    private static final StreamId B = SampleAppends.stream("b");

    @RegisterExtension
    final LedgerDatabase database;

    private final Engine engine;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private FaultyDataSource faulty;
    private JdbcLedger ledger;
    private int queued;
    private Pause forcing;
    private Future<AppendResult> first;

    GroupingTest(Engine engine) {
        this.engine = engine;
        this.database = engine.database();
    }

    @BeforeEach
    void a_first_append_waits_for_the_disk() {
        faulty = new FaultyDataSource(database.dataSource());
        ledger = JdbcLedger.open(new JdbcPlace(faulty.dataSource(), database.notary()), Clock.systemUTC());
        forcing = faulty.pauseAt(engine.durableStep());
        first = callers.submit(() -> ledger.append(engine.append(A, 0, 1)));
        forcing.awaitReached();
    }

    @AfterEach
    void the_ledger_is_whole() {
        forcing.letGo();
        LedgerInvariants.verify(ledger);
        ledger.close();
        callers.close();
    }

    private Future<AppendResult> queued(Append append) {
        Future<AppendResult> answer = callers.submit(() -> ledger.append(append));
        int waiting = ++queued;
        while (ledger.waiting() < waiting) {
            Thread.onSpinWait();
        }
        return answer;
    }

    @Test
    void nobody_is_answered_and_nobody_sees_it_before_it_is_on_disk() throws Exception {
        assertThat(committedEntries()).isEqualTo(engine.commitsBeforeDurable());
        assertThat(first).isNotDone();
        assertThat(ledger.head().size()).isZero();
        assertThat(ledger.read(0, 1)).isEmpty();
        assertThat(ledger.readStream(A, 0, 1)).isEmpty();
        forcing.letGo();
        assertThat(first.get()).isInstanceOf(AppendResult.Appended.class);
        assertThat(ledger.read(0, 1)).hasSize(1);
    }

    @Test
    void those_that_wait_share_one_transaction() throws Exception {
        int before = faulty.commits();
        List<Future<AppendResult>> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            waiting.add(queued(engine.append(SampleAppends.stream("own-" + i), 0, 2)));
        }
        forcing.letGo();
        for (Future<AppendResult> answer : waiting) {
            assertThat(answer.get()).isInstanceOf(AppendResult.Appended.class);
        }
        // The first append shares it with none.
        assertThat(faulty.commits() - before).isEqualTo(2 - engine.commitsBeforeDurable());
    }

    @Test
    void members_of_a_group_see_each_other_and_are_rejected_alone() throws Exception {
        Append winner = engine.append(B, 0, 2);
        Append next = engine.append(B, 2, 1);
        List<Future<AppendResult>> answers = List.of(
                queued(winner),
                queued(engine.append(B, 0, 1)),
                queued(winner),
                queued(sized(B, 2, Limits.ENTRY_BYTES)),
                queued(next));
        forcing.letGo();
        assertThat(answers.get(0).get()).isInstanceOf(AppendResult.Appended.class);
        assertThat(answers.get(1).get()).isEqualTo(new AppendResult.Conflict(B, 0, 2));
        assertThat(answers.get(2).get()).isInstanceOf(AppendResult.AlreadyAppended.class);
        assertThat(answers.get(3).get()).isInstanceOf(AppendResult.TooLarge.class);
        assertThat(answers.get(4).get()).isInstanceOf(AppendResult.Appended.class);
        assertThat(ledger.head().size()).isEqualTo(4);
    }

    @Test
    void a_caller_that_is_interrupted_in_the_queue_has_appended_nothing() {
        Append withdrawn = engine.append(B, 0, 1);
        LedgerException.Unavailable told = interrupted(withdrawn, LedgerException.Unavailable.class);
        assertThat(told).hasMessageContaining("nothing was appended");
        forcing.letGo();
        assertThat(ledger.append(engine.append(B, 0, 1))).isInstanceOf(AppendResult.Appended.class);
        assertThat(ledger.receipt(withdrawn.header().commandId())).isEmpty();
    }

    @Test
    void a_caller_that_is_interrupted_under_way_is_told_that_nobody_knows() throws Exception {
        forcing.letGo();
        first.get();
        forcing = faulty.pauseAt(engine.durableStep());
        Append underWay = engine.append(A, 1, 1);
        LedgerException.OutcomeUnknown told = interrupted(underWay, LedgerException.OutcomeUnknown.class);
        assertThat(told.commandId()).isEqualTo(underWay.header().commandId());
        forcing.letGo();
        assertThat(ledger.append(underWay)).isInstanceOf(AppendResult.AlreadyAppended.class);
    }

    @Test
    void closing_appends_what_waits_first() throws Exception {
        Future<AppendResult> waiting = queued(engine.append(B, 0, 1));
        Thread closing = Thread.ofPlatform().start(ledger::close);
        awaitParked(closing);
        forcing.letGo();
        closing.join();
        assertThat(waiting.get()).isInstanceOf(AppendResult.Appended.class);
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> ledger.append(engine.append(B, 1, 1)));
    }

    /** Appends in a thread that is interrupted while it waits, and gives back what it was told. */
    private <E extends LedgerException> E interrupted(Append append, Class<E> kind) {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                ledger.append(append);
                told.complete(new AssertionError("appended"));
            } catch (LedgerException e) {
                told.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("flag lost", e));
            }
        });
        awaitParked(caller);
        if (kind == LedgerException.OutcomeUnknown.class) {
            forcing.awaitReached();
        }
        caller.interrupt();
        Throwable answer = told.join();
        assertThat(answer).isInstanceOf(kind);
        return kind.cast(answer);
    }

    private static void awaitParked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private int committedEntries() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return (int) EntryTable.size(connection);
        }
    }
}
