package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.faults.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that appends under several callers is killed at a random moment, again and again on the same ledger. More rounds and
 * callers: {@code -Dkill.rounds=200 -Dkill.callers=64}; the same moments again: {@code -Dkill.seed=…}.
 */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 5);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final int CALLERS = Integer.getInteger("kill.callers", 6);
    private static final int ACKNOWLEDGED_MAX = 120;

    @TempDir
    Path directory;

    @Test
    void every_acknowledged_command_is_there_exactly_once(TestReporter reporter) throws IOException {
        reporter.publishEntry("kill.seed", Long.toString(SEED));
        Random random = new Random(SEED);
        Set<UUID> acknowledged = new HashSet<>();
        for (int round = 1; round <= ROUNDS; round++) {
            try (ChildJvm child = AppendingChild.start(directory, CALLERS)) {
                int before = random.nextInt(ACKNOWLEDGED_MAX);
                for (int i = 0; i < before; i++) {
                    acknowledged.add(child.nextAcknowledged());
                }
                acknowledged.addAll(child.kill());
            }
            verify(acknowledged, round);
        }
        reporter.publishEntry("done", "%d kills, %,d acknowledged".formatted(ROUNDS, acknowledged.size()));
    }

    /** The invariants say that positions are dense and that each command lies there once and whole. */
    private void verify(Set<UUID> acknowledged, int round) {
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            assertThat(LedgerInvariants.verify(ledger).keySet())
                    .as("commands after round %d of seed %d", round, SEED)
                    .containsAll(acknowledged);
            Verifications.treeVerified(ledger, ledger.key());
        }
    }
}
