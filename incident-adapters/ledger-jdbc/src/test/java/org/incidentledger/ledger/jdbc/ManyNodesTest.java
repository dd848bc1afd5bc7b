package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.contracts.SampleAppends.append;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two ledgers open on one PostgreSQL, as in two processes. */
class ManyNodesTest {
    private static final StreamId A = SampleAppends.stream("a");
    private static final int CALLS = 40;
    private static final long PATIENCE_SECONDS = 30;

    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    private JdbcLedger here;
    private JdbcLedger there;
    private @Nullable AppendListener listener;

    @BeforeEach
    void two_nodes() {
        here = database.openLedger(Clock.systemUTC());
        there = database.openLedger(Clock.systemUTC());
    }

    @AfterEach
    void both_see_a_whole_ledger() {
        assertThat(LedgerInvariants.verify(here)).isEqualTo(LedgerInvariants.verify(there));
        here.close();
        there.close();
        if (listener != null) {
            listener.close();
        }
    }

    @Test
    void open_one_ledger() {
        assertThat(there.head()).isEqualTo(here.head());
    }

    @Test
    void see_at_once_what_the_other_appended() {
        Append append = append(A, 0, 3);
        AppendResult.Appended appended = (AppendResult.Appended) here.append(append);
        assertThat(there.readStream(A, 1, 9)).hasSize(2);
        assertThat(there.read(0, 9)).extracting(StoredEntry::position).containsExactly(0L, 1L, 2L);
        assertThat(there.receipt(append.header().commandId())).contains(appended.receipt());
        assertThat(there.head().size()).isEqualTo(3);
        assertThat(there.sizeAsOf(appended.receipt().recordedAt())).isEqualTo(3);
    }

    @Test
    void count_a_command_once_that_is_sent_to_both() {
        Append append = append(A, 0, 2);
        here.append(append);
        assertThat(there.append(append)).isInstanceOf(AppendResult.AlreadyAppended.class);
        assertThat(there.append(append(A, 0, 1))).isEqualTo(new AppendResult.Conflict(A, 0, 2));
    }

    @Test
    void seal_nothing_under_a_key_that_the_other_erased() {
        ActorRef ann = new ActorRef("client/ann");
        WrappedKey key = key(ann);
        here.append(sealing(A, 0, List.of(value(key)), List.of(key)));
        here.append(sealing(A, 1, List.of(value(key)), List.of()));
        List<UUID> values =
                here.sealed().about(ann).stream().map(EncryptedValue::id).toList();
        assertThat(there.append(changing(A, 2, new SealedChange.Erase(ann, values, Map.of()))))
                .isInstanceOf(AppendResult.Appended.class);

        StreamId b = SampleAppends.stream("b");
        assertThat(here.append(sealing(b, 0, List.of(value(key)), List.of())))
                .isEqualTo(new AppendResult.SealedConflict(ann));
        // Its next append begins where it let the ledger end itself.
        here.append(append(SampleAppends.stream("c"), 0, 1));
        assertThat(here.append(sealing(b, 0, List.of(value(key)), List.of())))
                .isEqualTo(new AppendResult.SealedConflict(ann));
        assertThat(here.sealed().about(ann)).isEmpty();
        WrappedKey fresh = key(ann);
        assertThat(there.append(sealing(b, 0, List.of(value(fresh)), List.of(fresh))))
                .isInstanceOf(AppendResult.Appended.class);
        assertThat(here.append(sealing(b, 1, List.of(value(key)), List.of())))
                .isEqualTo(new AppendResult.SealedConflict(ann));
        assertThat(here.append(sealing(b, 1, List.of(value(fresh)), List.of())))
                .isInstanceOf(AppendResult.Appended.class);
    }

    private static WrappedKey key(ActorRef subject) {
        return new WrappedKey(UUID.randomUUID(), subject, new Ciphertext(new byte[] {1}));
    }

    private static EncryptedValue value(WrappedKey key) {
        return new EncryptedValue(UUID.randomUUID(), key.subject(), key.id(), 0, new Ciphertext(new byte[] {2}));
    }

    private static Append sealing(StreamId stream, long sequence, List<EncryptedValue> values, List<WrappedKey> keys) {
        return changing(stream, sequence, new SealedChange.Seal(values, keys));
    }

    private static Append changing(StreamId stream, long sequence, SealedChange change) {
        Append plain = append(stream, sequence, 1);
        return new Append(stream, sequence, plain.header(), plain.drafts(), change);
    }

    @Test
    void do_not_take_it_for_a_loss_that_a_reader_learns_of_more_than_an_append_began_with() {
        AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>(() -> {});
        try (JdbcLedger late = database.openLedger(beforeItsSequencerConnects(meanwhile), Clock.systemUTC())) {
            meanwhile.set(() -> {
                here.append(append(A, 0, 2));
                assertThat(late.head().size()).isEqualTo(2);
            });
            assertThat(late.append(append(SampleAppends.stream("b"), 0, 1))).isInstanceOf(AppendResult.Appended.class);
            assertThat(meanwhile.get()).isNull();
        }
        assertThat(here.head().size()).isEqualTo(3);
    }

    /** Does something once, when an append has begun. */
    private DataSource beforeItsSequencerConnects(AtomicReference<@Nullable Runnable> once) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (Thread.currentThread().getName().equals("incident-ledger-sequencer")) {
                        Runnable first = once.getAndSet(null);
                        if (first != null) {
                            first.run();
                        }
                    }
                    return method.invoke(database.dataSource(), arguments);
                });
    }

    @Test
    void append_in_one_order() throws Exception {
        try (ExecutorService callers = Executors.newCachedThreadPool()) {
            List<Future<?>> ends = new ArrayList<>();
            for (JdbcLedger node : List.of(here, there, here, there)) {
                StreamId own = SampleAppends.stream("own-" + ends.size());
                ends.add(callers.submit(() -> appendInTurn(node, own)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        assertThat(here.head().size()).isEqualTo(4L * CALLS);
    }

    private static void appendInTurn(JdbcLedger node, StreamId own) {
        for (int i = 0; i < CALLS; i++) {
            assertThat(node.append(append(own, i, 1))).isInstanceOf(AppendResult.Appended.class);
        }
    }

    @Test
    void are_told_of_each_others_appends() throws InterruptedException {
        Semaphore told = listen();
        here.append(append(A, 0, 1));
        awaitNext(told);
    }

    @Test
    void are_told_again_after_the_connection_was_lost() throws Exception {
        Semaphore told = listen();
        endListeningSessions();
        // Once because nobody knows what was missed, once because it listens again.
        awaitNext(told);
        awaitNext(told);
        told.drainPermits();
        here.append(append(A, 0, 1));
        awaitNext(told);
    }

    private Semaphore listen() throws InterruptedException {
        Semaphore told = new Semaphore(0);
        listener = AppendListener.listen(database.dataSource(), there.head().origin(), told::release);
        awaitNext(told);
        told.drainPermits();
        return told;
    }

    private static void awaitNext(Semaphore told) throws InterruptedException {
        assertThat(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void endListeningSessions() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND query = 'LISTEN incident_ledger'");
        }
    }
}
