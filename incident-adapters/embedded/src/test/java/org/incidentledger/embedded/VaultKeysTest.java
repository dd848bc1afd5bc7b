package org.incidentledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.sealing.SealedValueException;
import org.incidentledger.core.sealing.SealedValueException.Flaw;
import org.incidentledger.sealing.KeysetFile;
import org.junit.jupiter.api.Test;

/** The key that wraps the keys of subjects: where it lies, what is without it, and how another takes over. */
class VaultKeysTest extends SealedReports {
    @Test
    void is_for_its_owner_only_and_must_not_be_lost() throws Exception {
        SealedValue reporter = reported("2026-1", ANN, ANNS_NAME);
        Path keyset = folder.resolve(IncidentLedger.SEALING_KEYSET);
        assertThat(Files.getPosixFilePermissions(keyset)).hasSize(2);
        ledger.close();
        Path elsewhere = Files.move(keyset, folder.resolve("elsewhere"));
        open();
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> vault().open(reporter.id(), "x"))
                .withMessageContaining("put it back");
        Files.move(elsewhere, keyset);
        reopen();
        assertThat(vault().open(reporter.id(), "x")).isInstanceOf(Opening.Open.class);
    }

    @Test
    void rotates_without_touching_entries() {
        SealedValue reporter = reported("2026-1", ANN, ANNS_NAME);
        long size = ledger.head().size();
        KeysetFile keyset = new KeysetFile(folder.resolve(IncidentLedger.SEALING_KEYSET));
        ledger.close();
        keyset.addKey();
        open();
        assertThat(vault().rewrapKeys()).isEqualTo(1);
        reopen();
        ledger.close();
        assertThat(keyset.dropOldKeys()).isEqualTo(1);
        open();

        assertThat(ledger.head().size()).isEqualTo(size);
        assertThat(vault().open(reporter.id(), "x")).isInstanceOf(Opening.Open.class);
    }

    @Test
    void that_is_another_one_opens_nothing_and_says_so() {
        SealedValue reporter = reported("2026-1", ANN, ANNS_NAME);
        KeysetFile keyset = new KeysetFile(folder.resolve(IncidentLedger.SEALING_KEYSET));
        ledger.close();
        keyset.addKey();
        keyset.dropOldKeys();
        open();

        assertThatExceptionOfType(SealedValueException.class)
                .isThrownBy(() -> vault().open(reporter.id(), "x"))
                .satisfies(failure -> {
                    assertThat(failure.flaw()).isEqualTo(Flaw.KEY_UNUSABLE);
                    assertThat(failure.position()).isZero();
                    assertThat(failure.getMessage()).contains(reporter.id().toString());
                });
    }
}
