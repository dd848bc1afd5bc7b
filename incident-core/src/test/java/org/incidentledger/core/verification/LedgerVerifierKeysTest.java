package org.incidentledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.core.verification.SampleLedger.ORIGIN;
import static org.incidentledger.core.verification.SampleLedger.START;
import static org.incidentledger.core.verification.SampleLedger.entry;
import static org.incidentledger.core.verification.SampleLedger.key;

import java.util.List;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.verification.VerificationReport.Failed;
import org.incidentledger.core.verification.VerificationReport.Part;
import org.incidentledger.core.verification.VerificationReport.Verified;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerVerifierKeysTest extends SampleVerification {
    @Nested
    class A_key {
        private final SampleLedger rotated = SampleLedger.withTwoKeys();

        @Test
        void that_was_replaced_leads_to_the_one_that_signs_now() {
            for (int number = 1; number <= 2; number++) {
                assertThat(verify(rotated, key(number))).isInstanceOfSatisfying(Verified.class, verified -> {
                    assertThat(verified.key()).isEqualTo(key(2).verifierKey());
                    assertThat(verified.counts().keyRotations()).isEqualTo(1);
                });
            }
        }

        @Test
        void between_two_replacements_is_as_good() {
            rotated.rotate(key(3));
            rotated.append(20);
            for (int number = 1; number <= 3; number++) {
                assertThat(verify(rotated, key(number))).isInstanceOf(Verified.class);
            }
        }

        @Test
        void that_never_signed_is_refused() {
            ledger.append(10);
            assertThat(verify(ledger, key(9)))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.part()).isEqualTo(Part.CHECKPOINT));
            assertThat(verify(rotated, key(9)))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.what())
                                    .contains(
                                            "is not signed by "
                                                    + key(9).verifierKey().text(),
                                            "no entry leads"));
        }

        @Test
        void is_not_replaced_without_its_own_signature() {
            ledger.append(10);
            ledger.rotate(key(1).verifierKey().text(), key(2), key(2));
            assertFailed(Part.CHECKPOINT, 11, "not signed");
        }

        @Test
        void is_not_replaced_by_one_that_does_not_sign() {
            ledger.append(10);
            ledger.rotate(key(1).verifierKey().text(), key(2), key(1));
            assertFailed(Part.CHECKPOINT, 11, "not signed");
        }

        @Test
        void is_not_replaced_in_the_name_of_another() {
            ledger.append(10);
            ledger.rotate(key(3).verifierKey().text(), key(2), key(1), key(2));
            assertFailed(
                    Part.ENTRY, 10, "the ledger's key was", key(1).verifierKey().text());
        }

        @Test
        void signs_no_more_once_it_was_replaced() {
            ledger.append(10);
            ledger.rotate(key(2));
            ledger.write(List.of(entry(ORIGIN, 11, OTHER, 0, START.plusSeconds(11))), key(1));
            assertFailed(Part.CHECKPOINT, 12, "not signed");
        }
    }

    @Nested
    class A_checkpoint {
        @Test
        void that_is_the_first_must_be_there() {
            ledger.append(10);
            ledger.checkpoints.remove(0L);
            assertFailed(Part.CHECKPOINT, 0, "missing");
        }

        @Test
        void of_another_size_is_named() {
            ledger.groups(3, 10);
            ledger.checkpoints.put(20L, new SignedCheckpoint(20, ledger.note(10)));
            assertFailed(Part.CHECKPOINT, 20, "its size is 10");
        }
    }
}
