package org.incidentledger.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.junit.jupiter.api.Test;

class FastSignerTest {
    private static final int ROUNDS = 100;

    @Test
    void signs_as_the_runtime_does() {
        long seed = Long.getLong("signer.seed", System.nanoTime());
        System.out.printf("signatures of random texts: replay with -Dsigner.seed=%d%n", seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            Ed25519Signer runtime = Ed25519Signer.ofSeed("ledger.example.org/ä", secret);
            String text =
                    "%s \u2026\n".formatted(Long.toString(random.nextLong(), 36).repeat(random.nextInt(20) + 1));
            assertThat(new FastSigner(runtime).sign(text)).isEqualTo(runtime.sign(text));
        }
    }

    @Test
    void shows_only_its_public_half() {
        Ed25519Signer runtime = Ed25519Signer.ofSeed("ledger.example.org", new byte[32]);
        assertThat(new FastSigner(runtime))
                .hasToString("FastSigner[%s]".formatted(runtime.verifierKey().text()));
    }
}
