package org.incidentledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.incidentledger.core.tlog.AddCheckpointAnswer;
import org.incidentledger.core.tlog.AddCheckpointAnswer.Cosigned;
import org.incidentledger.core.tlog.AddCheckpointAnswer.OtherSize;
import org.incidentledger.core.tlog.AddCheckpointAnswer.RefusalReason;
import org.incidentledger.core.tlog.AddCheckpointAnswer.Refused;
import org.incidentledger.core.tlog.AddCheckpointRequest;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.CosignatureSigner;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TrustedLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WitnessTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String ORIGIN = "incident-ledger/of-a-test";

    private final Ed25519Signer logKey = SampleLedger.key(ORIGIN);
    private final CosignatureSigner key = CosignatureSigner.generate("witness.test", new SecureRandom(), () -> NOW);
    private final SampleLedger ledger = new SampleLedger(logKey);
    private final FaultyState state = new FaultyState();

    @SuppressWarnings("NullAway.Init") // made before each test
    private Witness witness;

    @BeforeEach
    void start() throws IOException {
        witness = Witness.of(KnownLogs.parse("log " + logKey.verifierKey().text()), key, state);
    }

    @Nested
    class A_log_that_only_grows {

        @Test
        void is_cosigned_from_its_first_checkpoint_on() throws IOException {
            assertCosigned(witness.add(ledger.request(0)), ledger);
            assertCosigned(witness.add(ledger.grownBy(1).request(0)), ledger);
            assertCosigned(witness.add(ledger.grownBy(2).request(1)), ledger);
            assertCosigned(witness.add(ledger.grownBy(300).request(3)), ledger);
        }

        @Test
        void is_cosigned_again_at_the_same_size() throws IOException {
            ledger.grownBy(5);
            assertCosigned(witness.add(ledger.request(0)), ledger);
            assertCosigned(witness.add(ledger.request(5)), ledger);
        }

        @Test
        void is_told_the_size_when_the_old_one_is_another() throws IOException {
            ledger.grownBy(5);
            assertThat(witness.add(ledger.request(3))).isEqualTo(new OtherSize(0));
            witness.add(ledger.request(0));
            assertThat(witness.add(ledger.request(0))).isEqualTo(new OtherSize(5));
            assertThat(witness.add(ledger.grownBy(1).request(4))).isEqualTo(new OtherSize(5));
        }
    }

    @Nested
    class A_log_that_rewrites_history {

        private final SampleLedger fork = new SampleLedger(logKey);

        @Test
        void is_not_cosigned_at_the_same_size() throws IOException {
            witness.add(ledger.grownBy(4).request(0));
            assertRefused(witness.add(fork.grownBy(4).request(4)), RefusalReason.OTHER_ROOT);
            assertCosigned(witness.add(ledger.request(4)), ledger);
        }

        @Test
        void is_not_cosigned_at_a_larger_size() throws IOException {
            witness.add(ledger.grownBy(4).request(0));
            assertRefused(witness.add(fork.grownBy(9).request(4)), RefusalReason.BAD_PROOF);
        }

        @Test
        void is_not_cosigned_when_it_was_cut_back() throws IOException {
            witness.add(ledger.grownBy(9).request(0));
            assertThat(witness.add(ledger.request(4, 6))).isEqualTo(new OtherSize(9));
            byte[] larger = new String(ledger.request(6, 6), UTF_8)
                    .replace("old 6", "old 9")
                    .getBytes(UTF_8);
            assertRefused(witness.add(larger), RefusalReason.MALFORMED);
        }

        @Test
        void is_not_cosigned_when_the_empty_tree_has_a_root() throws IOException {
            Checkpoint strange = new Checkpoint(ORIGIN, 0, Hash.of(new byte[32]));
            assertRefused(
                    witness.add(request(0, List.of(), SignedNote.sign(strange.text(), logKey))),
                    RefusalReason.OTHER_ROOT);
        }
    }

    @Nested
    class A_request {

        @Test
        void of_an_unknown_log_is_refused() throws IOException {
            SampleLedger other = new SampleLedger(SampleLedger.key("incident-ledger/other"));
            assertRefused(witness.add(other.request(0)), RefusalReason.UNKNOWN_ORIGIN);
        }

        @Test
        void signed_by_another_key_of_the_same_name_is_refused() throws IOException {
            SampleLedger impostor = new SampleLedger(SampleLedger.key(ORIGIN));
            assertRefused(witness.add(impostor.request(0)), RefusalReason.NO_KNOWN_KEY);
        }

        @Test
        void whose_signature_is_of_another_text_is_refused() throws IOException {
            SignedNote note = SignedNote.parse(ledger.checkpoint().note());
            Checkpoint other = new Checkpoint(ORIGIN, 1, Hash.of(new byte[32]));
            assertRefused(
                    witness.add(request(0, List.of(), new SignedNote(other.text(), note.signatures()))),
                    RefusalReason.NO_KNOWN_KEY);
        }

        @Test
        void with_a_proof_where_none_is_needed_is_refused() throws IOException {
            SignedNote note = SignedNote.parse(ledger.grownBy(2).checkpoint().note());
            List<Hash> needless = List.of(Hash.of(new byte[32]));
            assertRefused(witness.add(request(0, needless, note)), RefusalReason.BAD_PROOF);
            assertCosigned(witness.add(ledger.request(0)), ledger);
            assertRefused(witness.add(request(2, needless, note)), RefusalReason.BAD_PROOF);
        }

        @Test
        void without_its_proof_is_refused() throws IOException {
            witness.add(ledger.grownBy(2).request(0));
            SignedNote note = SignedNote.parse(ledger.grownBy(3).checkpoint().note());
            assertRefused(witness.add(request(2, List.of(), note)), RefusalReason.BAD_PROOF);
        }

        @Test
        void that_cannot_be_read_is_refused() throws IOException {
            assertRefused(witness.add("hello".getBytes(UTF_8)), RefusalReason.MALFORMED);
            assertRefused(witness.add(new byte[] {(byte) 0xff, 0}), RefusalReason.MALFORMED);
        }

        @Test
        void with_lines_of_strangers_is_cosigned_and_they_are_not_kept() throws IOException {
            SignedNote note = SignedNote.parse(ledger.grownBy(2).checkpoint().note());
            SignedNote crowded = note;
            for (int i = 1; i < SignedNote.MAX_SIGNATURES; i++) {
                crowded = crowded.with(SampleLedger.key("stranger" + i).sign(note.text()));
            }
            assertCosigned(witness.add(request(0, List.of(), crowded)), ledger);
            assertThat(state.last(ORIGIN).orElseThrow().signatures())
                    .hasSize(2)
                    .startsWith(note.signatures().getFirst());
        }

        @Test
        void under_an_old_and_a_new_key_of_the_log_is_cosigned() throws IOException {
            Ed25519Signer rotated = SampleLedger.key("incident-ledger/new-key");
            Witness both = Witness.of(
                    KnownLogs.parse("# two keys\nlog %s\n\nlog %s %s\n"
                            .formatted(
                                    logKey.verifierKey().text(),
                                    rotated.verifierKey().text(),
                                    ORIGIN)),
                    key,
                    state);
            SignedNote note = SignedNote.parse(ledger.grownBy(2).checkpoint().note());
            SignedNote twice = note.with(rotated.sign(note.text()));
            assertCosigned(both.add(request(0, List.of(), twice)), ledger);
            assertCosigned(both.add(request(2, List.of(), SignedNote.sign(note.text(), rotated))), ledger);
        }
    }

    @Nested
    class Storage_that_fails {

        @ParameterizedTest
        @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
        void never_leads_to_two_histories(FaultyState.Fault fault) throws IOException {
            witness.add(ledger.grownBy(3).request(0));
            SampleLedger fork = new SampleLedger(logKey).grownBy(5);
            ledger.grownBy(2);
            state.failNext(fault);
            assertThatThrownBy(() -> witness.add(ledger.request(3))).isInstanceOf(IOException.class);

            assertThat(witness.add(fork.request(3))).isNotInstanceOf(Cosigned.class);
            assertThat(witness.add(fork.request(5))).isNotInstanceOf(Cosigned.class);
            long kept =
                    Checkpoint.parse(state.last(ORIGIN).orElseThrow().text()).size();
            assertThat(kept).isEqualTo(fault == FaultyState.Fault.KEPT ? 5 : 3);
            assertCosigned(witness.add(ledger.request(kept)), ledger);
        }

        @Test
        void that_holds_what_this_key_did_not_sign_is_not_gone_on_from() throws IOException {
            state.keep(ORIGIN, SignedNote.parse(ledger.grownBy(1).checkpoint().note()));
            assertThatThrownBy(() -> Witness.of(
                            KnownLogs.parse("log " + logKey.verifierKey().text()), key, state))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is not by this witness's key");
            assertThatThrownBy(() -> witness.add(ledger.request(1))).isInstanceOf(IOException.class);
        }

        @Test
        void that_holds_another_log_s_checkpoint_is_not_gone_on_from() throws IOException {
            String text = new Checkpoint("other", 1, Hash.of(new byte[32])).text();
            state.keep(ORIGIN, SignedNote.sign(text, key));
            assertThatThrownBy(() -> witness.add(ledger.request(0)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is of other");
        }
    }

    @Test
    void of_many_forks_at_once_one_is_cosigned() throws Exception {
        List<SampleLedger> forks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            forks.add(new SampleLedger(logKey).grownBy(3 + i % 2));
        }
        List<AddCheckpointAnswer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<AddCheckpointAnswer>> calls = forks.stream()
                    .map(fork -> (Callable<AddCheckpointAnswer>) () -> witness.add(fork.request(0)))
                    .toList();
            for (Future<AddCheckpointAnswer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(Cosigned.class::isInstance).hasSize(1);
    }

    private static byte[] request(long oldSize, List<Hash> proof, SignedNote note) {
        return new AddCheckpointRequest(oldSize, proof, note).format().getBytes(UTF_8);
    }

    private void assertCosigned(AddCheckpointAnswer answer, SampleLedger of) throws IOException {
        assertThat(answer).isInstanceOf(Cosigned.class);
        SignedNote note = SignedNote.parse(of.checkpoint().note())
                .with(((Cosigned) answer).lines().getFirst());
        TrustedLog log = new TrustedLog(ORIGIN, logKey.verifierKey(), List.of(key.verifierKey()), 1);
        assertThat(log.verify(note).note().signatures().getLast().cosignedAtSeconds())
                .hasValue(NOW.getEpochSecond());
        assertThat(state.last(ORIGIN).orElseThrow().text()).isEqualTo(note.text());
    }

    private static void assertRefused(AddCheckpointAnswer answer, RefusalReason reason) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .as(refused.message())
                                .isEqualTo(reason));
    }
}
