package org.incidentledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.sealing.SealedValueException;
import org.incidentledger.core.sealing.SealedValueException.Flaw;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.ledger.memory.MemoryLedger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SealerTest {
    private static final ActorRef ANN = new ActorRef("client/ann");
    private static final ActorRef BOB = new ActorRef("client/bob");
    private static final String TEXT = "Ann Müller <ann@example.org>";

    private final MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());
    private final Sealer sealer = new Sealer(ledger.sealed(), KeyWrapper.ofThisProcess(), new SecureRandom());
    private final PlainValue plain = sealer.plain(ANN, TEXT);
    private final SealedValue committed = plain.sealed();

    private EncryptedValue stored(PlainValue value) {
        append(sealer.seal(List.of(value)));
        return ledger.sealed().find(value.subject(), value.id()).orElseThrow();
    }

    private void append(SealedChange change) {
        Append append =
                SampleAppends.append(SampleAppends.stream("a"), ledger.head().size(), 1);
        ledger.append(new Append(append.stream(), append.expectedSequence(), append.header(), append.drafts(), change));
    }

    private void assertFlaw(Flaw flaw, EncryptedValue stored, SealedValue entry) {
        assertThatExceptionOfType(SealedValueException.class)
                .isThrownBy(() -> sealer.open(stored, entry))
                .satisfies(failure -> {
                    assertThat(failure.flaw()).isEqualTo(flaw);
                    assertThat(failure.position()).isEqualTo(stored.position());
                    assertThat(failure.value()).isEqualTo(stored.id());
                    assertThat(failure.getMessage())
                            .contains(
                                    "position " + stored.position(), stored.id().toString())
                            .doesNotContain("Müller");
                    assertThat(failure.getCause()).isNull();
                });
    }

    private static EncryptedValue with(EncryptedValue value, byte[] content) {
        return new EncryptedValue(value.id(), value.subject(), value.key(), value.position(), new Ciphertext(content));
    }

    @Test
    void what_was_sealed_opens() {
        PlainValue opened = sealer.open(stored(plain), committed);

        assertThat(opened.text()).isEqualTo(TEXT);
        assertThat(opened.key()).isEqualTo(plain.key());
    }

    @Test
    void the_same_text_is_never_sealed_alike() {
        PlainValue again = sealer.plain(ANN, TEXT);

        assertThat(again.sealed().commitment()).isNotEqualTo(committed.commitment());
        assertThat(stored(plain).content()).isNotEqualTo(stored(again).content());
    }

    @Test
    void a_key_that_this_process_stored_is_not_unwrapped_again() {
        AtomicInteger unwrapped = new AtomicInteger();
        KeyWrapper inner = KeyWrapper.ofThisProcess();
        Sealer counting = new Sealer(
                ledger.sealed(),
                new KeyWrapper() {
                    @Override
                    public byte[] wrap(byte[] key, byte[] context) throws GeneralSecurityException {
                        return inner.wrap(key, context);
                    }

                    @Override
                    public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
                        unwrapped.incrementAndGet();
                        return inner.unwrap(wrapped, context);
                    }
                },
                new SecureRandom());
        SealedChange.Seal first = counting.seal(List.of(plain));
        assertThat(counting.seal(List.of(plain)).newKeys()).hasSize(1);
        append(first);
        counting.stored(first);

        SealedChange.Seal second = counting.seal(List.of(sealer.plain(ANN, "again")));
        assertThat(second.newKeys()).isEmpty();
        assertThat(second.values().getFirst().key())
                .isEqualTo(first.newKeys().getFirst().id());
        assertThat(unwrapped).hasValue(0);
        counting.forget(ANN);
        counting.seal(List.of(sealer.plain(ANN, "again")));
        assertThat(unwrapped).hasValue(1);
    }

    @Test
    void a_value_has_something_to_read_and_is_about_somebody() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> sealer.plain(ANN, " "));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> sealer.plain(ActorRef.SYSTEM, TEXT))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("Müller"));
    }

    @Nested
    class What_is_stored {
        private final EncryptedValue value = stored(plain);
        private final byte[] content = value.content().bytes();

        @Test
        void and_changed_in_any_byte_is_not_authentic() {
            for (int i = 0; i < content.length; i++) {
                byte[] changed = content.clone();
                changed[i] ^= 1;
                assertFlaw(Flaw.NOT_AUTHENTIC, with(value, changed), committed);
            }
        }

        @Test
        void and_cut_off_anywhere_is_not_authentic() {
            for (int length = 0; length < content.length; length++) {
                assertFlaw(Flaw.NOT_AUTHENTIC, with(value, Arrays.copyOf(content, length)), committed);
            }
        }

        @Test
        void and_exchanged_for_another_of_the_same_subject_is_not_authentic() {
            EncryptedValue other = stored(sealer.plain(ANN, "another"));

            assertFlaw(Flaw.NOT_AUTHENTIC, with(value, other.content().bytes()), committed);
        }

        @Test
        void and_exchanged_for_one_of_another_subject_is_not_authentic() {
            EncryptedValue other = stored(sealer.plain(BOB, "another"));

            assertFlaw(Flaw.NOT_AUTHENTIC, with(value, other.content().bytes()), committed);
            assertFlaw(
                    Flaw.KEY_UNUSABLE,
                    new EncryptedValue(value.id(), ANN, other.key(), value.position(), other.content()),
                    committed);
        }

        /** Whoever has the key can encrypt another value under the same id; the entry still commits to the first. */
        @Test
        void and_encrypted_anew_with_the_right_key_is_not_committed() {
            PlainValue forged = new PlainValue(plain.id(), ANN, plain.key(), "somebody else");
            EncryptedValue reencrypted = sealer.seal(List.of(forged)).values().getFirst();

            assertFlaw(Flaw.NOT_COMMITTED, with(value, reencrypted.content().bytes()), committed);
        }

        @Test
        void under_a_key_that_is_not_there_cannot_be_opened() {
            assertFlaw(
                    Flaw.KEY_UNUSABLE,
                    new EncryptedValue(value.id(), ANN, UUID.randomUUID(), value.position(), value.content()),
                    committed);
        }
    }

    @Test
    void no_key_and_no_value_shows_in_a_text() {
        EncryptedValue value = stored(plain);
        SealedChange.Seal change = sealer.seal(List.of(sealer.plain(BOB, TEXT)));

        assertThat(List.of(
                                plain,
                                value,
                                change,
                                sealer.seal(List.of(plain)),
                                ledger.sealed().keyOf(ANN).orElseThrow())
                        .toString())
                .doesNotContain("Müller")
                .doesNotContain("[B@")
                .doesNotContain(Arrays.toString(value.content().bytes()));
        assertThat(plain.toString()).isEqualTo("plain value %s about client/ann".formatted(plain.id()));
    }
}
