package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.ledger.jdbc.SampleSealed.key;
import static org.incidentledger.ledger.jdbc.SampleSealed.value;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values of a subject far apart in the ledger, while others come and go. */
class SealedStretchesTest {
    private static final ActorRef ANN = new ActorRef("client/ann");
    private static final ActorRef BOB = new ActorRef("client/bob");
    private static final StreamId A = SampleAppends.stream("a");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final WrappedKey ann = key(ANN);
    private final WrappedKey bob = key(BOB);

    @SuppressWarnings("NullAway.Init") // opened before each test
    private JdbcLedger ledger;

    private long length;

    @BeforeEach
    void an_empty_ledger() {
        ledger = JdbcLedger.open(database.place(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void append(int entries, SealedChange change) {
        Append plain = SampleAppends.append(A, length, entries);
        assertThat(ledger.append(new Append(A, length, plain.header(), plain.drafts(), change)))
                .isInstanceOf(AppendResult.Appended.class);
        length += entries;
    }

    private EncryptedValue sealed(WrappedKey key, WrappedKey... newKeys) {
        EncryptedValue value = value(key);
        append(1, new SealedChange.Seal(List.of(value), List.of(newKeys)));
        return value.at(length - 1);
    }

    private void toNextStretch() {
        append((int) (SealedChunk.STRETCH - length % SealedChunk.STRETCH), SealedChange.NONE);
    }

    private void remove(EncryptedValue value) {
        append(1, new SealedChange.Remove(value.subject(), List.of(value.id())));
    }

    @Test
    void are_all_found() {
        EncryptedValue first = sealed(ann, ann);
        sealed(bob, bob);
        toNextStretch();
        EncryptedValue second = sealed(ann);
        EncryptedValue third = sealed(ann);
        toNextStretch();
        toNextStretch();
        EncryptedValue last = sealed(ann);

        assertThat(ledger.sealed().about(ANN)).containsExactly(first, second, third, last);
        assertThat(ledger.sealed().find(ANN, last.id())).contains(last);
        assertThat(ledger.sealed().find(last.id())).contains(last);
        assertThat(ledger.sealed().find(BOB, last.id())).isEmpty();
    }

    @Test
    void are_all_erased_and_the_others_stay() {
        EncryptedValue first = sealed(ann, ann);
        EncryptedValue ofBob = sealed(bob, bob);
        toNextStretch();
        EncryptedValue second = sealed(ann);
        EncryptedValue alsoOfBob = sealed(bob);
        append(1, new SealedChange.Erase(ANN, List.of(first.id(), second.id()), Map.of()));

        assertThat(ledger.sealed().about(ANN)).isEmpty();
        assertThat(ledger.sealed().keyOf(ANN)).isEmpty();
        assertThat(ledger.sealed().find(first.id())).isEmpty();
        assertThat(ledger.sealed().find(second.id())).isEmpty();
        assertThat(ledger.sealed().about(BOB)).containsExactly(ofBob, alsoOfBob);
    }

    @Test
    void are_found_after_the_only_one_near_them_was_removed() {
        EncryptedValue kept = sealed(ann, ann);
        toNextStretch();
        EncryptedValue removed = sealed(ann);
        remove(removed);
        EncryptedValue later = sealed(ann);

        assertThat(ledger.sealed().about(ANN)).containsExactly(kept, later);
        remove(kept);
        assertThat(ledger.sealed().about(ANN)).containsExactly(later);
        assertThat(ledger.sealed().keyOf(ANN)).contains(ann);
        remove(later);
        assertThat(ledger.sealed().keyOf(ANN)).isEmpty();
    }
}
