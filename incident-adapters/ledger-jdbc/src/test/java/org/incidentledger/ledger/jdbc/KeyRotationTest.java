package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.contracts.SampleAppends.append;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
    private static final StreamId A = SampleAppends.stream("a");

    @TempDir
    Path directory;

    /** Fails to put the next key in its place, as often as it is told to. */
    private static final class StuckNotary extends NotaryAround {
        private int failures;

        StuckNotary(Path directory, int failures) {
            super(new DirectoryNotary(directory));
            this.failures = failures;
        }

        @Override
        public void promoteNext(String origin) {
            if (failures-- > 0) {
                throw new LedgerException.Unavailable("injected: the keys cannot be written", null);
            }
            super.promoteNext(origin);
        }
    }

    private static CommandHeader header() {
        return append(A, 0, 1).header();
    }

    private static int signatures(JdbcLedger ledger, long size) {
        return SignedNote.parse(ledger.checkpoints(size, 1).getFirst().note())
                .signatures()
                .size();
    }

    @Test
    void the_old_key_hands_over_to_the_new_one() throws Exception {
        VerifierKey first;
        VerifierKey second;
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            ledger.append(append(A, 0, 3));
            first = ledger.key();
            Receipt receipt = ledger.rotateKey(header());
            second = ledger.key();
            assertThat(receipt.firstPosition()).isEqualTo(3);
            assertThat(second).isNotEqualTo(first);
            assertThat(second.name()).isEqualTo(first.name());
            ledger.append(append(A, 3, 1));
            assertThat(signatures(ledger, 3)).isEqualTo(1);
            assertThat(signatures(ledger, 4)).isEqualTo(2);
            assertThat(signatures(ledger, 5)).isEqualTo(1);
        }
        assertThat(Files.readString(directory.resolve("ledger.vkey"))).isEqualTo(second.text() + "\n");
        assertThat(Files.readString(directory.resolve("ledger.vkey.retired"))).isEqualTo(first.text() + "\n");
        assertThat(directory.resolve("ledger.key.pending")).doesNotExist();
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            ledger.rotateKey(header());
            ledger.append(append(A, 4, 1));
            assertThat(Verifications.verified(ledger, first).counts().keyRotations())
                    .isEqualTo(2);
            Verifications.verified(ledger, second);
            Verifications.verified(ledger, ledger.key());
        }
    }

    @Test
    void a_rotation_sent_twice_happens_once() {
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            CommandHeader header = header();
            Receipt receipt = ledger.rotateKey(header);
            VerifierKey key = ledger.key();
            assertThat(ledger.rotateKey(header)).isEqualTo(receipt);
            assertThat(ledger.key()).isEqualTo(key);
            assertThat(ledger.append(append(A, 0, 1))).isInstanceOf(AppendResult.Appended.class);
            Verifications.verified(ledger, key);
        }
    }

    @Test
    void a_crash_before_the_new_key_is_in_its_place_leaves_it_in_office() {
        VerifierKey second;
        try (H2Database database = H2Database.open(directory)) {
            JdbcLedger ledger = JdbcLedger.open(database.place(new StuckNotary(directory, 1)), Clock.systemUTC());
            ledger.rotateKey(header());
            second = ledger.key();
            ledger.close();
            assertThat(directory.resolve("ledger.key.pending")).exists();
        }
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            assertThat(ledger.key()).isEqualTo(second);
            ledger.append(append(A, 0, 1));
            Verifications.verified(ledger, second);
        }
    }

    @Test
    void nothing_is_appended_while_the_new_key_cannot_be_put_in_its_place() {
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = JdbcLedger.open(database.place(new StuckNotary(directory, 2)), Clock.systemUTC())) {
            ledger.rotateKey(header());
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() -> ledger.append(append(A, 0, 1)))
                    .withMessageContaining("injected");
            assertThat(ledger.append(append(A, 0, 1))).isInstanceOf(AppendResult.Appended.class);
            Verifications.verified(ledger, ledger.key());
        }
    }

    @Test
    void a_key_that_was_made_and_never_took_over_waits_for_the_next_rotation() {
        VerifierKey pending;
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            pending = new DirectoryNotary(directory)
                    .nextSigner(ledger.head().origin())
                    .verifierKey();
            ledger.append(append(A, 0, 1));
        }
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            assertThat(ledger.key()).isNotEqualTo(pending);
            ledger.rotateKey(header());
            assertThat(ledger.key()).isEqualTo(pending);
        }
    }
}
