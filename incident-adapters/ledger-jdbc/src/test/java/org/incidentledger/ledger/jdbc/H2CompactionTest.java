package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Random;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.contracts.SampleAppends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When H2 is given time to compact the file of a database. */
class H2CompactionTest {
    private static final String VIEW = "large";
    // Larger ones lie apart from their rows and outlive their removal for a while.
    private static final int DOCUMENT_BYTES = 60_000;
    private static final int MANY = 1_400;
    private static final int FEW = 200;
    private static final int ONE_STAYS_OF = 16;

    private final MemoryNotary notary = new MemoryNotary();

    @TempDir
    Path folder;

    private void fill(H2Database database, int documents) {
        JdbcViewStore views = new JdbcViewStore(database.dataSource()::getConnection);
        byte[] document = new byte[DOCUMENT_BYTES];
        Random random = new Random(1);
        for (int i = 0; i < documents; i++) {
            random.nextBytes(document);
            views.put(VIEW, "d" + i, document);
        }
    }

    private void emptyMostly(H2Database database, int documents) {
        JdbcViewStore views = new JdbcViewStore(database.dataSource()::getConnection);
        for (int i = 0; i < documents; i++) {
            if (i % ONE_STAYS_OF != 0) {
                views.remove(VIEW, "d" + i);
            }
        }
    }

    private boolean isWorthwhile(H2Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return H2Compaction.isWorthwhile(folder.resolve("ledger.mv.db"), connection);
        }
    }

    private JdbcLedger ledgerIn(H2Database database) {
        return JdbcLedger.open(database.place(notary), Clock.systemUTC());
    }

    @Test
    void a_file_that_is_large_and_mostly_unused_is_worth_it_and_holds_the_same_afterwards() throws SQLException {
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = ledgerIn(database)) {
            ledger.append(SampleAppends.append(SampleAppends.stream("a"), 0, 1));
            fill(database, MANY);
            assertThat(isWorthwhile(database)).as("while most is used").isFalse();
            emptyMostly(database, MANY);
            assertThat(isWorthwhile(database)).isTrue();
        }
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = ledgerIn(database)) {
            LedgerInvariants.verify(ledger);
            assertThat(ledger.head().size()).isEqualTo(1);
            assertThat(new JdbcViewStore(database.dataSource()::getConnection).get(VIEW, "d" + ONE_STAYS_OF))
                    .hasValueSatisfying(document -> assertThat(document).hasSize(DOCUMENT_BYTES));
        }
    }

    @Test
    void a_file_that_is_not_large_never_is() throws SQLException {
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = ledgerIn(database)) {
            fill(database, FEW);
            emptyMostly(database, FEW);
            assertThat(isWorthwhile(database)).isFalse();
            assertThat(ledger.head().size()).isZero();
        }
    }
}
