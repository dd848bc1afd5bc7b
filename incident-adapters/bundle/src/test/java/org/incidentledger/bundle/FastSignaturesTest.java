package org.incidentledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.NoteSignature;
import org.incidentledger.core.tlog.Octets;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.verification.SignatureCheck;
import org.junit.jupiter.api.Test;

class FastSignaturesTest {
    private static final int ROUNDS = 200;

    private final FastSignatures fast = new FastSignatures();
    private final Ed25519Signer signer = SampleLedger.key("ledger.example.org/a", 1);
    private final SignedNote note = SignedNote.sign("a\nb\n", signer);

    private void assertSameVerdict(SignedNote signed) {
        boolean good = SignatureCheck.OF_RUNTIME
                .complaint(signed, signer.verifierKey())
                .isEmpty();
        assertThat(fast.complaint(signed, signer.verifierKey()).isEmpty()).isEqualTo(good);
    }

    @Test
    void are_good_where_those_of_the_runtime_are() {
        assertThat(fast.complaint(note, signer.verifierKey())).isEmpty();
        assertSameVerdict(note.with(SampleLedger.key("ledger.example.org/b", 2).sign(note.text())));
    }

    @Test
    void are_bad_where_those_of_the_runtime_are() {
        long seed = Long.getLong("signatures.seed", System.nanoTime());
        System.out.printf("damaged signatures: replay with -Dsignatures.seed=%d%n", seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = note.signatures().getFirst().signature().bytes();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            SignedNote damaged = new SignedNote(note.text(), List.of(line(bytes)));
            assertThat(fast.complaint(damaged, signer.verifierKey())).isNotEmpty();
            assertSameVerdict(damaged);
        }
        assertSameVerdict(new SignedNote("a\nc\n", note.signatures()));
        assertSameVerdict(new SignedNote(note.text(), List.of(line(new byte[3]))));
        assertSameVerdict(note.with(line(new byte[64])));
    }

    @Test
    void of_another_key_are_no_signatures_of_this_one() {
        Ed25519Signer other = SampleLedger.key("ledger.example.org/a", 2);
        assertThat(fast.complaint(note, other.verifierKey()))
                .contains("no signature is by", other.verifierKey().text());
    }

    private NoteSignature line(byte[] signature) {
        return new NoteSignature(
                signer.verifierKey().name(), signer.verifierKey().keyId(), Octets.of(signature));
    }
}
