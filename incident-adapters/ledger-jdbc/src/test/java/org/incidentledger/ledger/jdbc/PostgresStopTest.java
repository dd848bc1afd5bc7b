package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * PostgreSQL is stopped without finishing anything while callers append, and started again, again and again. More rounds and
 * callers: {@code -Dstop.rounds=200 -Dstop.callers=64}; the same moments again: {@code -Dstop.seed=…}.
 */
class PostgresStopTest {
    private static final int ROUNDS = Integer.getInteger("stop.rounds", 3);
    private static final int ROUNDS_MAX = 20 * ROUNDS;
    private static final long SEED = Long.getLong("stop.seed", System.nanoTime());
    private static final int CALLERS = Integer.getInteger("stop.callers", 8);
    private static final int ACKNOWLEDGED_MAX = 100;
    private static final long PAUSE_NANOS = 2_000_000;

    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<UUID> turnedAway = ConcurrentHashMap.newKeySet();
    private final Set<UUID> unknown = ConcurrentHashMap.newKeySet();
    private PostgresServer server;
    private PostgresDatabase database;
    private JdbcLedger ledger;
    private volatile boolean ended;

    @BeforeEach
    void a_server_of_its_own() {
        server = PostgresServer.start();
        database = PostgresDatabase.open(server.url(server.createDatabase()), null);
        ledger = JdbcLedger.open(new JdbcPlace(database.dataSource(), new MemoryNotary()), Clock.systemUTC());
    }

    @AfterEach
    void everything_ends() {
        ledger.close();
        database.close();
        server.close();
    }

    @Test
    void what_callers_were_told_is_true(TestReporter reporter) throws Exception {
        reporter.publishEntry("stop.seed", Long.toString(SEED));
        Random random = new Random(SEED);
        try (ExecutorService callers = Executors.newCachedThreadPool()) {
            List<Future<?>> ends = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                ends.add(callers.submit(this::appendUntilTheEnd));
            }
            // A stop that falls between two groups, or behind a commit, turns nobody away.
            for (int round = 0; round < ROUNDS || (turnedAway.isEmpty() && round < ROUNDS_MAX); round++) {
                awaitAcknowledged(1 + random.nextInt(ACKNOWLEDGED_MAX), ends);
                server.stopImmediately();
                server.startAgain();
            }
            awaitAcknowledged(1, ends);
            ended = true;
            for (Future<?> end : ends) {
                end.get();
            }
        }
        reporter.publishEntry(
                "told",
                "%d acknowledged, %d unavailable, %d unknown"
                        .formatted(acknowledged.size(), turnedAway.size(), unknown.size()));
        Set<UUID> found = LedgerInvariants.verify(ledger).keySet();
        assertThat(turnedAway).as("callers that were told of a stop").isNotEmpty();
        assertThat(found).containsAll(acknowledged).doesNotContainAnyElementsOf(turnedAway);
        unknown.forEach(
                command -> assertThat(ledger.receipt(command).isPresent()).isEqualTo(found.contains(command)));
        Verifications.treeVerified(ledger, ledger.key());
        found.removeAll(acknowledged);
        assertThat(unknown).containsAll(found);
    }

    private void appendUntilTheEnd() {
        while (!ended) {
            Append append =
                    SampleAppends.append(SampleAppends.stream(UUID.randomUUID().toString()), 0, 2);
            UUID command = append.header().commandId();
            try {
                assertThat(ledger.append(append)).isInstanceOf(AppendResult.Appended.class);
                acknowledged.add(command);
            } catch (LedgerException.Unavailable e) {
                turnedAway.add(command);
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (LedgerException.OutcomeUnknown e) {
                unknown.add(command);
            }
        }
    }

    /** A caller that has ended before its time has found something that it should not. */
    private void awaitAcknowledged(int more, List<Future<?>> callers) throws Exception {
        int count = acknowledged.size() + more;
        while (acknowledged.size() < count) {
            for (Future<?> caller : callers) {
                if (caller.isDone()) {
                    ended = true;
                    caller.get();
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
