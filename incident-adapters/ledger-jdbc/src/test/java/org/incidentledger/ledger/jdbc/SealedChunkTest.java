package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.junit.jupiter.api.Test;

class SealedChunkTest {
    private static final ActorRef ANN = new ActorRef("client/ann");

    private static EncryptedValue value(long position, int bytes) {
        return new EncryptedValue(UUID.randomUUID(), ANN, UUID.randomUUID(), position, new Ciphertext(new byte[bytes]));
    }

    private static List<EncryptedValue> values(int bytes, long... positions) {
        return LongStream.of(positions)
                .mapToObj(position -> value(position, bytes))
                .toList();
    }

    @Test
    void holds_the_values_of_a_group_in_the_order_of_their_positions() {
        List<EncryptedValue> values = values(100, 7, 5, 6);
        assertThat(SealedChunk.of(values))
                .containsExactly(new SealedChunk(5 * 1_024, List.of(values.get(1), values.get(2), values.getFirst())));
        assertThat(SealedChunk.of(List.of())).isEmpty();
    }

    @Test
    void ends_where_a_stretch_does() {
        List<EncryptedValue> values = values(100, 2_047, 2_048, 4_096);
        List<SealedChunk> chunks = SealedChunk.of(values);
        assertThat(chunks).extracting(SealedChunk::stretch).containsExactly(0L, 1L, 2L);
        assertThat(chunks).extracting(SealedChunk::id).containsExactly(2_047L * 1_024, 2_048L * 1_024, 4_096L * 1_024);
        assertThat(chunks).flatMap(SealedChunk::values).isEqualTo(values);
    }

    @Test
    void has_an_id_of_its_own_when_one_entry_has_more_than_fits_into_it() {
        List<EncryptedValue> values = values(20_000, 3, 3, 3, 4);
        List<SealedChunk> chunks = SealedChunk.of(values);
        assertThat(chunks).extracting(SealedChunk::id).containsExactly(3_072L, 3_073L, 3_074L, 4_096L);
        assertThat(chunks).extracting(SealedChunk::stretch).containsOnly(0L);
        assertThat(chunks).flatMap(SealedChunk::values).isEqualTo(values);
    }

    @Test
    void takes_the_longest_value() {
        List<EncryptedValue> values = values(131_072, 1, 2);
        assertThat(SealedChunk.of(values))
                .extracting(SealedChunk::values)
                .containsExactly(List.of(values.getFirst()), List.of(values.getLast()));
    }

    @Test
    void is_read_as_it_was_written() {
        SealedChunk chunk = SealedChunk.of(values(100, 5, 6)).getFirst();
        assertThat(SealedChunk.read(chunk.id(), SealedChunk.content(chunk.values())))
                .isEqualTo(chunk);
    }

    @Test
    void names_its_first_entry_when_it_cannot_be_read() {
        byte[] whole = SealedChunk.content(values(100, 5));
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        byte[] wrongKind = whole.clone();
        wrongKind[0] = 9;
        byte[] noSubject = whole.clone();
        noSubject[1 + 16 + 2] = '!';
        byte[] key = SealedSteps.write(
                List.of(new SealedStep.PutKey(new WrappedKey(UUID.randomUUID(), ANN, new Ciphertext(new byte[8])))));
        for (byte[] damaged : List.of(cut, wrongKind, noSubject, key, new byte[0])) {
            assertThatThrownBy(() -> SealedChunk.read(5 * 1_024, damaged))
                    .isInstanceOfSatisfying(
                            LedgerException.Corrupt.class,
                            e -> assertThat(e.position()).isEqualTo(5))
                    .hasMessageContaining("sealed values");
        }
    }
}
