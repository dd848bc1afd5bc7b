package org.incidentledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every ledger does with sealed values: they come and go with entries, or not at all. */
public abstract class SealedStoreContract {
    private static final ActorRef ANN = new ActorRef("client/ann");
    private static final ActorRef BOB = new ActorRef("client/bob");
    private static final StreamId A = SampleAppends.stream("a");

    @SuppressWarnings("NullAway.Init") // made before each test
    private Ledger ledger;

    /** Makes an empty ledger that asks this clock. */
    protected abstract Ledger create(Clock clock);

    /** Makes the ledger of this test. */
    @BeforeEach
    void begin() {
        ledger = create(new SettableClock(LedgerContract.START));
    }

    /** Whatever the test did, the ledger is whole. */
    @AfterEach
    void every_invariant_holds() {
        LedgerInvariants.verify(ledger);
        ledger.close();
    }

    private static WrappedKey key(ActorRef subject) {
        return new WrappedKey(UUID.randomUUID(), subject, bytes("key of " + subject));
    }

    private static EncryptedValue value(WrappedKey key, long draft) {
        return new EncryptedValue(
                UUID.randomUUID(), key.subject(), key.id(), draft, bytes("value about " + key.subject()));
    }

    private static Ciphertext bytes(String text) {
        return new Ciphertext(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static SealedChange first(WrappedKey key, EncryptedValue... values) {
        return new SealedChange.Seal(List.of(values), List.of(key));
    }

    private static SealedChange more(EncryptedValue... values) {
        return new SealedChange.Seal(List.of(values), List.of());
    }

    private static SealedChange erase(ActorRef subject, EncryptedValue... values) {
        return new SealedChange.Erase(
                subject, List.of(values).stream().map(EncryptedValue::id).toList(), Map.of());
    }

    private AppendResult append(SealedChange change) {
        long length = ledger.readStream(A, 0, Integer.MAX_VALUE).size();
        return append(length, UUID.randomUUID(), change);
    }

    private AppendResult append(long sequence, UUID command, SealedChange change) {
        Append plain = SampleAppends.append(command, A, sequence, 2);
        return ledger.append(
                new Append(plain.stream(), plain.expectedSequence(), plain.header(), plain.drafts(), change));
    }

    private Receipt appended(SealedChange change) {
        AppendResult result = append(change);
        assertThat(result).isInstanceOf(AppendResult.Appended.class);
        return ((AppendResult.Appended) result).receipt();
    }

    private void assertConflict(ActorRef subject, SealedChange change) {
        long size = ledger.head().size();
        assertThat(append(change)).isEqualTo(new AppendResult.SealedConflict(subject));
        assertThat(ledger.head().size()).isEqualTo(size);
    }

    @Nested
    class A_sealed_value {
        @Test
        void is_stored_with_its_entry_and_names_its_position() {
            WrappedKey key = key(ANN);
            EncryptedValue note = value(key, 1);
            appended(SealedChange.NONE);
            Receipt receipt = appended(first(key, note));

            EncryptedValue stored = note.at(receipt.firstPosition() + 1);
            assertThat(ledger.sealed().find(ANN, note.id())).contains(stored);
            assertThat(ledger.sealed().find(note.id())).contains(stored);
            assertThat(ledger.sealed().about(ANN)).containsExactly(stored);
            assertThat(ledger.sealed().keyOf(ANN)).contains(key);
            assertThat(ledger.sealed().find(BOB, note.id())).isEmpty();
            assertThat(ledger.sealed().about(BOB)).isEmpty();
            assertThat(ledger.sealed().keyOf(BOB)).isEmpty();
        }

        @Test
        void is_not_stored_when_nothing_is_appended() {
            WrappedKey key = key(ANN);
            EncryptedValue note = value(key, 0);

            assertThat(append(7, UUID.randomUUID(), first(key, note))).isInstanceOf(AppendResult.Conflict.class);
            assertThat(ledger.sealed().about(ANN)).isEmpty();
            assertThat(ledger.sealed().keyOf(ANN)).isEmpty();
        }

        @Test
        void is_not_stored_a_second_time_when_a_command_is_repeated() {
            UUID command = UUID.randomUUID();
            WrappedKey key = key(ANN);
            EncryptedValue note = value(key, 0);
            append(0, command, first(key, note));

            assertThat(append(2, command, more(value(key, 0)))).isInstanceOf(AppendResult.AlreadyAppended.class);
            assertThat(ledger.sealed().about(ANN)).containsExactly(note.at(0));
        }

        @Test
        void that_a_careless_sender_stores_twice_harms_nobody() {
            WrappedKey key = key(ANN);
            EncryptedValue note = value(key, 0);
            appended(first(key, note));
            appended(more(note));

            assertThat(ledger.sealed().find(ANN, note.id()))
                    .map(EncryptedValue::content)
                    .contains(note.content());
            appended(erase(ANN, note));
            assertThat(ledger.sealed().find(note.id())).isEmpty();
            assertThat(ledger.sealed().keyOf(ANN)).isEmpty();
        }
    }

    @Nested
    class A_subject {
        @Test
        void has_one_key_whoever_comes_first() {
            WrappedKey key = key(ANN);
            appended(first(key, value(key, 0)));

            WrappedKey second = key(ANN);
            assertConflict(ANN, first(second, value(second, 0)));
            assertConflict(ANN, more(value(second, 0)));
            appended(more(value(key, 0)));
            assertThat(ledger.sealed().about(ANN)).hasSize(2);
        }

        @Test
        void without_a_key_has_no_values() {
            assertConflict(ANN, more(value(key(ANN), 0)));
        }

        @Test
        void is_erased_with_its_key_and_nobody_else_is() {
            WrappedKey ann = key(ANN);
            WrappedKey bob = key(BOB);
            EncryptedValue first = value(ann, 0);
            EncryptedValue second = value(ann, 1);
            EncryptedValue other = value(bob, 0);
            appended(first(ann, first, second));
            Receipt kept = appended(first(bob, other));

            appended(erase(ANN, first, second));
            assertThat(ledger.sealed().about(ANN)).isEmpty();
            assertThat(ledger.sealed().keyOf(ANN)).isEmpty();
            assertThat(ledger.sealed().about(BOB)).containsExactly(other.at(kept.firstPosition()));
            assertThat(ledger.sealed().purge()).isNotNull();
            assertThat(ledger.sealed().about(BOB)).hasSize(1);
        }

        @Test
        void may_be_spoken_of_again_under_a_new_key() {
            WrappedKey old = key(ANN);
            EncryptedValue gone = value(old, 0);
            appended(first(old, gone));
            appended(erase(ANN, gone));

            assertConflict(ANN, more(value(old, 0)));
            WrappedKey fresh = key(ANN);
            appended(first(fresh, value(fresh, 0)));
            assertThat(ledger.sealed().keyOf(ANN)).contains(fresh);
        }

        @Test
        void is_not_erased_by_who_has_not_seen_everything() {
            WrappedKey key = key(ANN);
            EncryptedValue seen = value(key, 0);
            EncryptedValue unseen = value(key, 1);
            appended(first(key, seen, unseen));

            assertConflict(ANN, erase(ANN, seen));
            assertConflict(ANN, erase(ANN));
            assertThat(ledger.sealed().about(ANN)).hasSize(2);
        }

        @Test
        void is_not_erased_when_a_stream_has_grown_that_was_looked_at() {
            WrappedKey key = key(ANN);
            EncryptedValue value = value(key, 0);
            appended(first(key, value));

            assertConflict(ANN, new SealedChange.Erase(ANN, List.of(value.id()), Map.of(A, 1L)));
            appended(new SealedChange.Erase(ANN, List.of(value.id()), Map.of(A, 2L)));
            assertThat(ledger.sealed().about(ANN)).isEmpty();
        }
    }

    @Nested
    class Removing_some_values {
        @Test
        void keeps_the_key_for_the_others() {
            WrappedKey key = key(ANN);
            EncryptedValue first = value(key, 0);
            EncryptedValue second = value(key, 0);
            appended(first(key, first, second));

            appended(new SealedChange.Remove(ANN, List.of(first.id(), UUID.randomUUID())));
            assertThat(ledger.sealed().about(ANN)).containsExactly(second.at(0));
            assertThat(ledger.sealed().keyOf(ANN)).contains(key);
            appended(new SealedChange.Remove(ANN, List.of(second.id())));
            assertThat(ledger.sealed().keyOf(ANN)).isEmpty();
        }
    }

    @Nested
    class Keys {
        @Test
        void are_read_page_by_page_and_wrapped_anew_unless_somebody_was_faster() {
            WrappedKey ann = key(ANN);
            WrappedKey bob = key(BOB);
            appended(first(ann, value(ann, 0)));
            appended(first(bob, value(bob, 0)));
            WrappedKey again = new WrappedKey(ann.id(), ANN, bytes("wrapped anew"));

            assertThat(ledger.sealed().keys("", 1)).containsExactly(ann);
            assertThat(ledger.sealed().keys(ANN.value(), 5)).containsExactly(bob);
            assertThat(ledger.sealed().keys(BOB.value(), 5)).isEmpty();
            assertThat(ledger.sealed().rewrap(ann, again)).isTrue();
            assertThat(ledger.sealed().rewrap(ann, again)).isFalse();
            assertThat(ledger.sealed().keyOf(ANN)).contains(again);
            appended(more(value(again, 0)));
        }
    }
}
