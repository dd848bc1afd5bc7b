package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.faults.ChildJvm;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that appends to PostgreSQL under several callers is killed at a random moment, again and again on the same ledger. More
 * rounds and callers: {@code -Dkill.rounds=200 -Dkill.callers=64}; the same moments again: {@code -Dkill.seed=…}.
 */
class PostgresKillTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
    private static final int CALLERS = Integer.getInteger("kill.callers", 6);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final int ACKNOWLEDGED_MAX = 120;

    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @TempDir
    Path keys;

    @Test
    void every_acknowledged_command_is_there_exactly_once(TestReporter reporter) throws IOException {
        reporter.publishEntry("kill.seed", Long.toString(SEED));
        Random random = new Random(SEED);
        Set<UUID> acknowledged = new HashSet<>();
        for (int round = 1; round <= ROUNDS; round++) {
            try (ChildJvm child = AppendingChild.start(database.url(), keys, CALLERS)) {
                int before = 1 + random.nextInt(ACKNOWLEDGED_MAX);
                for (int i = 0; i < before; i++) {
                    acknowledged.add(child.nextAcknowledged());
                }
                acknowledged.addAll(child.kill());
            }
            verify(acknowledged, round);
        }
        reporter.publishEntry("done", "%d kills, %,d acknowledged".formatted(ROUNDS, acknowledged.size()));
    }

    /** The server may still carry out what the killed one had sent; opening waits for that under the lock of the head. */
    private void verify(Set<UUID> acknowledged, int round) {
        JdbcPlace place = new JdbcPlace(database.dataSource(), new DirectoryNotary(keys));
        try (JdbcLedger ledger = JdbcLedger.open(place, Clock.systemUTC())) {
            assertThat(LedgerInvariants.verify(ledger).keySet())
                    .as("commands after round %d of seed %d", round, SEED)
                    .containsAll(acknowledged);
            Verifications.treeVerified(ledger, ledger.key());
        }
    }
}
