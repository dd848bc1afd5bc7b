package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.faults.ChildJvm;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes on one PostgreSQL send commands and keep views; one of them, at random, is killed and replaced, again and again.
 * Longer: {@code -Dprocesses.seconds=60}; the same choices again: {@code -Dprocesses.seed=…}.
 */
class ThreeProcessesTest {
    private static final int SECONDS = Integer.getInteger("processes.seconds", 10);
    private static final long SEED = Long.getLong("processes.seed", System.nanoTime());
    private static final int PROCESSES = 3;
    private static final int COMMANDS_MAX = 60;
    private static final int KILLS_MIN = 2;
    private static final Duration SOON = Duration.ofMinutes(10);

    @RegisterExtension
    final FreshPostgres postgres = new FreshPostgres();

    @TempDir
    Path keys;

    private final List<ChildJvm> nodes = new ArrayList<>();
    private final Set<UUID> accepted = new HashSet<>();
    private int kills;

    @Test
    void nothing_is_lost_or_doubled_and_views_equal_a_rebuild(TestReporter reporter) throws Exception {
        reporter.publishEntry("processes.seed", Long.toString(SEED));
        try {
            killAndReplace(new Random(SEED));
        } finally {
            nodes.forEach(ChildJvm::close);
        }
        PostgresDatabase database = postgres.connect();
        LedgerOptions options = LedgerOptions.defaults().withNotary(new DirectoryNotary(keys));
        try (IncidentLedger ledger = IncidentLedger.open(database.dataSource(), options)) {
            Set<UUID> found = LedgerInvariants.verify(ledger.reader()).keySet();
            reporter.publishEntry(
                    "done",
                    "%d kills, %d commands accepted, %d found, %d entries"
                            .formatted(
                                    kills,
                                    accepted.size(),
                                    found.size(),
                                    ledger.head().size()));
            assertThat(found).containsAll(accepted);
            assertViewsEqualARebuild(ledger, database);
        }
    }

    private void killAndReplace(Random random) throws IOException, InterruptedException {
        for (int i = 0; i < PROCESSES; i++) {
            nodes.add(CommandingChild.start(postgres.url(), keys));
        }
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        while (kills < KILLS_MIN || System.nanoTime() < end) {
            int victim = random.nextInt(PROCESSES);
            awaitAccepted(nodes.get(victim), 1 + random.nextInt(COMMANDS_MAX));
            accepted.addAll(nodes.get(victim).kill());
            kills++;
            nodes.set(victim, CommandingChild.start(postgres.url(), keys));
        }
        for (ChildJvm node : nodes) {
            accepted.addAll(node.kill());
        }
    }

    /** Waits until one has said so much more; the others are listened to as well, or they would wait for us. */
    private void awaitAccepted(ChildJvm one, int count) throws IOException, InterruptedException {
        int left = count;
        while (left > 0) {
            for (ChildJvm node : nodes) {
                for (Optional<UUID> said = node.acknowledgedByNow();
                        said.isPresent();
                        said = node.acknowledgedByNow()) {
                    accepted.add(said.get());
                    left -= node == one ? 1 : 0;
                }
            }
            Thread.sleep(1);
        }
    }

    private static void assertViewsEqualARebuild(IncidentLedger ledger, PostgresDatabase database) throws SQLException {
        long last = ledger.head().size() - 1;
        ledger.await(last, SOON);
        Map<String, String> live = Databases.documents(database.dataSource());
        ledger.rebuild();
        ledger.await(last, SOON);
        assertThat(Databases.documents(database.dataSource())).isEqualTo(live).isNotEmpty();
        assertThat(ledger.deadLetters()).isEmpty();
    }
}
