package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.ledger.journal.CutDisk;
import org.incidentledger.ledger.journal.Journal;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power is cut while several callers append: of all that was written and not forced, by the journal and by H2, some pages are on
 * the disk and some are not. More rounds: {@code -Dcut.rounds=200}; the same again: {@code -Dcut.seed=…}.
 */
class PowerCutTest {
    private static final int ROUNDS = Integer.getInteger("cut.rounds", 6);
    private static final long SEED = Long.getLong("cut.seed", System.nanoTime());
    private static final int CALLERS = 6;

    @TempDir
    Path directory;

    /** Files of H2 on the disk whose power is cut. */
    public static final class CutFilePath extends FilePathWrapper {
        private static volatile @Nullable CutDisk disk;

        @Override
        public FileChannel open(String mode) throws IOException {
            CutDisk current = disk;
            FileChannel real = super.open(mode);
            return current == null ? real : current.around(Path.of(getBase().toString()), real);
        }

        @Override
        public String getScheme() {
            return "cut";
        }
    }

    private static HikariDataSource pool(Path directory) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(H2Directory.url("cut:" + directory.resolve("ledger"), 0));
        h2.setUser("sa");
        HikariConfig config = new HikariConfig();
        config.setDataSource(h2);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Test
    void no_acknowledged_append_is_lost(TestReporter reporter) throws Exception {
        reporter.publishEntry("cut.seed", Long.toString(SEED));
        FilePath.register(new CutFilePath());
        Random random = new Random(SEED);
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 1; round <= ROUNDS; round++) {
            appendUntilCut(random, acknowledged);
            CutFilePath.disk = null;
            try (H2Database database = H2Database.open(directory);
                    JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
                Verifications.verified(ledger, ledger.key());
                for (UUID command : acknowledged) {
                    assertThat(ledger.receipt(command))
                            .as("command after cut %d of seed %d", round, SEED)
                            .isPresent();
                }
            }
        }
        reporter.publishEntry("done", "%d cuts, %,d acknowledged".formatted(ROUNDS, acknowledged.size()));
    }

    private void appendUntilCut(Random random, Set<UUID> acknowledged) throws Exception {
        OpenMark.set(directory);
        CutDisk disk = new CutDisk();
        CutFilePath.disk = disk;
        HikariDataSource pool = pool(directory);
        Journal journal = Journal.open(directory, disk);
        JdbcLedger ledger =
                JdbcLedger.open(new JdbcPlace(pool, new DirectoryNotary(directory), journal), Clock.systemUTC());
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofPlatform().start(() -> appendUntilFailure(ledger, acknowledged)));
        }
        int until = acknowledged.size() + random.nextInt(200);
        while (acknowledged.size() < until) {
            Thread.onSpinWait();
        }
        disk.cut(random);
        for (Thread caller : callers) {
            caller.join();
        }
        ledger.close();
        journal.close();
        closeDead(pool);
    }

    private static void closeDead(HikariDataSource pool) {
        try {
            pool.close();
        } catch (RuntimeException powerIsOff) {
            assertThat(pool.isClosed()).isTrue();
        }
    }

    private static void appendUntilFailure(JdbcLedger ledger, Set<UUID> acknowledged) {
        StreamId own = SampleAppends.stream("caller-" + UUID.randomUUID());
        try {
            for (long sequence = 0; ; sequence += 2) {
                AppendResult result = ledger.append(SampleAppends.append(own, sequence, 2));
                acknowledged.add(((AppendResult.Appended) result).receipt().commandId());
            }
        } catch (LedgerException powerIsOff) {
            assertThat(powerIsOff).isNotInstanceOf(LedgerException.Corrupt.class);
        }
    }
}
