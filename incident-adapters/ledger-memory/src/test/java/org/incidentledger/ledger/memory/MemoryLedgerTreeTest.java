package org.incidentledger.ledger.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.time.Clock;
import org.incidentledger.contracts.LedgerTreeContract;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.NoteSignature;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

class MemoryLedgerTreeTest extends LedgerTreeContract<MemoryLedger> {
    private final FailingSigner signer = new FailingSigner();

    @Override
    protected MemoryLedger create(Clock clock) {
        return new MemoryLedger(clock, signer);
    }

    @Override
    protected VerifierKey key() {
        return signer.verifierKey();
    }

    @Test
    void nothing_is_appended_that_could_not_be_signed() {
        MemoryLedger ledger = create(Clock.systemUTC());
        signer.fails = true;
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.append(SampleAppends.append(SampleAppends.stream("a"), 0, 1)))
                .withMessage("the key service is away");
        signer.fails = false;
        assertThat(ledger.head().size()).isZero();
        assertThat(ledger.checkpoints(0, 9)).hasSize(1);
        ledger.append(SampleAppends.append(SampleAppends.stream("a"), 0, 1));
        assertThat(ledger.checkpoint().size()).isEqualTo(1);
    }

    private static final class FailingSigner implements NoteSigner {
        private final NoteSigner signer = Ed25519Signer.generate("incident-ledger/of-a-test", new SecureRandom());
        private boolean fails;

        @Override
        public VerifierKey verifierKey() {
            return signer.verifierKey();
        }

        @Override
        public NoteSignature sign(String text) {
            if (fails) {
                throw new IllegalStateException("the key service is away");
            }
            return signer.sign(text);
        }
    }
}
