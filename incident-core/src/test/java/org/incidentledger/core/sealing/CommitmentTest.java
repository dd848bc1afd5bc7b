package org.incidentledger.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.incidentledger.core.decision.ActorRef;
import org.junit.jupiter.api.Test;

class CommitmentTest {
    private static final byte[] KEY = new byte[Commitment.KEY_BYTES];
    private static final String TEXT = "Ann Müller <ann@example.org>";

    /** Enough that some are made at the same moment. */
    private static final int COUNT = 20_000;

    @Test
    void opens_with_its_key_and_its_plaintext_only() {
        SealedValue value = new SealedValue(new UUID(1, 1), new ActorRef("client/c1"), Commitment.of(KEY, TEXT));
        byte[] other = Arrays.copyOf(KEY, KEY.length);
        other[31] = 1;

        assertThat(Commitment.opens(value, KEY, TEXT)).isTrue();
        assertThat(Commitment.opens(value, KEY, TEXT + " ")).isFalse();
        assertThat(Commitment.opens(value, other, TEXT)).isFalse();
    }

    /** Computed with another implementation, so that other people's verifiers agree. */
    @Test
    void is_hmac_sha256_in_base64() {
        byte[] key = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

        assertThat(Commitment.of(key, "Ann")).isEqualTo("YIugknKZoPKeQLNiH+C6mO2DCNRnPBn1jjAb98RsjE4=");
    }

    @Test
    void does_not_depend_on_what_other_threads_commit_to() {
        List<String> alone =
                IntStream.range(0, COUNT).mapToObj(CommitmentTest::commitment).toList();

        List<String> together = inThreads(64);

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void takes_a_key_of_32_bytes() {
        assertThatThrownBy(() -> Commitment.of(new byte[16], TEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Ann");
    }

    private static List<String> inThreads(int threads) {
        List<Future<String>> commitments;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            commitments = IntStream.range(0, COUNT)
                    .mapToObj(i -> pool.submit(() -> commitment(i)))
                    .toList();
        }
        return commitments.stream().map(Future::resultNow).toList();
    }

    private static String commitment(int i) {
        byte[] key = KEY.clone();
        key[i % KEY.length] = (byte) i;
        return Commitment.of(key, "Client ".repeat(4_000) + i);
    }
}
