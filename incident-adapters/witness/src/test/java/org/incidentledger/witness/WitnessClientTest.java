package org.incidentledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TrustedLog;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.witness.WitnessResult.Cosigned;
import org.incidentledger.witness.WitnessResult.Reason;
import org.incidentledger.witness.WitnessResult.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessClientTest {

    private static final String ORIGIN = "incident-ledger/of-a-test";

    private final Ed25519Signer logKey = SampleLedger.key(ORIGIN);
    private final SampleLedger ledger = new SampleLedger(logKey);

    @SuppressWarnings("NullAway.Init") // made before each test
    private LocalWitness witness;

    @BeforeEach
    void start() throws IOException {
        witness = new LocalWitness("witness.test", logKey.verifierKey());
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    private static WitnessClient client(URI address, VerifierKey key) {
        return new WitnessClient(address, key, Duration.ofSeconds(10));
    }

    private WitnessResult bring(SampleLedger brought, long believed) throws IOException {
        return client(witness.address(), witness.key()).bring(brought, believed);
    }

    @Test
    void brings_back_a_cosignature_that_verifies() throws IOException {
        assertCosigned(bring(ledger, 0), witness);
        assertCosigned(bring(ledger.grownBy(5), 0), witness);
        assertCosigned(bring(ledger.grownBy(600), 5), witness);
        assertCosigned(bring(ledger, 605), witness);
        assertThat(witness.notices()).hasSize(4).allMatch(notice -> notice.startsWith("200"));
    }

    @Test
    void asks_again_from_the_size_that_the_witness_has() throws IOException {
        bring(ledger.grownBy(5), 0);
        assertCosigned(bring(ledger.grownBy(300), 0), witness);
        assertCosigned(bring(ledger.grownBy(1), 299), witness);
        assertCosigned(bring(ledger, Long.MAX_VALUE), witness);
        assertCosigned(bring(ledger, -1), witness);
    }

    @Test
    void takes_the_cosignatures_of_several_witnesses() throws IOException {
        try (LocalWitness second = new LocalWitness("second.test", logKey.verifierKey())) {
            SignedNote one = assertCosigned(bring(ledger.grownBy(5), 0), witness);
            SignedNote other =
                    assertCosigned(client(second.address(), second.key()).bring(ledger, 0), second);
            SignedNote both = one.with(other.signatures().getLast());
            new TrustedLog(ORIGIN, logKey.verifierKey(), List.of(witness.key(), second.key()), 2).verify(both);
        }
    }

    @Nested
    class Says_that_a_ledger {

        @Test
        void was_rolled_back() throws IOException {
            bring(ledger.grownBy(5), 0);
            SampleLedger older = new SampleLedger(logKey).grownBy(3);
            assertThat(assertRefused(bring(older, 0), Reason.ROLLED_BACK))
                    .contains("cosigned 5 entries and the ledger has 3");
        }

        @Test
        void was_forked_at_the_same_size() throws IOException {
            bring(ledger.grownBy(5), 0);
            assertRefused(bring(new SampleLedger(logKey).grownBy(5), 0), Reason.FORKED);
        }

        @Test
        void was_forked_and_went_on() throws IOException {
            bring(ledger.grownBy(5), 0);
            assertRefused(bring(new SampleLedger(logKey).grownBy(9), 0), Reason.FORKED);
        }

        @Test
        void is_not_known() throws IOException {
            SampleLedger stranger = new SampleLedger(SampleLedger.key("incident-ledger/stranger"));
            assertRefused(bring(stranger, 0), Reason.UNKNOWN_LOG);
            assertRefused(bring(new SampleLedger(SampleLedger.key(ORIGIN)), 0), Reason.UNKNOWN_LOG);
        }
    }

    @Nested
    class Does_not_believe {

        @Test
        void a_witness_with_another_key() throws IOException {
            try (LocalWitness other = new LocalWitness("witness.test", logKey.verifierKey())) {
                assertThat(assertRefused(
                                client(witness.address(), other.key()).bring(ledger, 0), Reason.NOT_THE_WITNESS))
                        .contains("not as " + other.key().text());
            }
        }

        @Test
        void a_cosignature_of_another_checkpoint() throws IOException {
            SignedNote earlier = assertCosigned(bring(ledger.grownBy(1), 0), witness);
            String line = earlier.signatures().getLast().line() + "\n";
            try (RudeServer liar = RudeServer.answering(200, "text/plain", line)) {
                assertThat(assertRefused(
                                client(liar.address(), witness.key()).bring(ledger.grownBy(1), 0),
                                Reason.NOT_THE_WITNESS))
                        .contains("does not verify");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "200, text/plain, '', NOT_THE_WITNESS",
            "200, text/plain, <html>, NOT_THE_WITNESS",
            "204, text/plain, '', NOT_THE_WITNESS",
            "302, text/plain, '', NOT_THE_WITNESS",
            "400, text/plain, what?, NOT_THE_WITNESS",
            "401, text/plain, '', NOT_THE_WITNESS",
            "409, text/x.tlog.size, '', NOT_THE_WITNESS",
            "409, text/x.tlog.size, '0\n', OVERTAKEN",
            "409, text/x.tlog.size, '1\n', OVERTAKEN",
            "409, text/x.tlog.size, '3\n', ROLLED_BACK",
            "409, text/x.tlog.size, '18446744073709551615\n', ROLLED_BACK",
        })
        void what_is_no_answer(int status, String type, String body, Reason reason) throws IOException {
            ledger.grownBy(2);
            try (RudeServer server = RudeServer.answering(status, type, body)) {
                assertRefused(client(server.address(), witness.key()).bring(ledger, 0), reason);
            }
        }
    }

    @Test
    void may_be_asked_again_after_a_failure() throws IOException {
        witness.state().failNext(FaultyState.Fault.KEPT);
        assertThatThrownBy(() -> bring(ledger.grownBy(5), 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status 500");
        assertCosigned(bring(ledger, 0), witness);
    }

    @Test
    void is_not_made_with_a_log_s_key() {
        assertThatThrownBy(() -> client(witness.address(), logKey.verifierKey()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Nested
    class A_store_of_cosigned_checkpoints {

        @TempDir
        @SuppressWarnings("NullAway.Init") // set by JUnit
        Path folder;

        @Test
        void is_empty_at_first() throws IOException {
            CosignatureStore store = CosignatureStore.in(folder.resolve("none"));
            assertThat(store.newest()).isEmpty();
            assertThat(store.newestSizeBy(witness.key())).isZero();
            assertThat(folder.resolve("none")).doesNotExist();
        }

        @Test
        void keeps_the_lines_of_all_witnesses_and_of_one_the_latest() throws IOException {
            try (LocalWitness second = new LocalWitness("second.test", logKey.verifierKey())) {
                CosignatureStore store = CosignatureStore.in(folder);
                SignedNote one = assertCosigned(bring(ledger.grownBy(5), 0), witness);
                assertThat(store.add(one)).isEqualTo(one);
                SignedNote other =
                        assertCosigned(client(second.address(), second.key()).bring(ledger, 0), second);
                store.add(other);
                SignedNote both = store.add(assertCosigned(bring(ledger, 5), witness));
                assertThat(both.signatures()).hasSize(3);
                new TrustedLog(ORIGIN, logKey.verifierKey(), List.of(witness.key(), second.key()), 2).verify(both);
                assertThat(folder.resolve("cosigned/5")).hasContent(both.format());
                assertThat(store.newest()).contains(both);
            }
        }

        @Test
        void knows_the_newest_of_each_witness() throws IOException {
            CosignatureStore store = CosignatureStore.in(folder);
            store.add(assertCosigned(bring(ledger.grownBy(9), 0), witness));
            store.add(assertCosigned(bring(ledger.grownBy(91), 9), witness));
            SignedNote uncosigned =
                    SignedNote.parse(ledger.grownBy(1).checkpoint().note());
            store.add(uncosigned);
            Files.writeString(folder.resolve("cosigned/007"), "not one of ours");
            assertThat(store.sizes()).containsExactly(101L, 100L, 9L);
            assertThat(store.newestSizeBy(witness.key())).isEqualTo(100);
            assertThat(store.newest()).contains(uncosigned);
        }

        @Test
        void keeps_the_first_of_two_histories() throws IOException {
            CosignatureStore store = CosignatureStore.in(folder);
            SignedNote note = SignedNote.parse(ledger.grownBy(2).checkpoint().note());
            store.add(note);
            SignedNote fork = SignedNote.parse(
                    new SampleLedger(logKey).grownBy(2).checkpoint().note());
            assertThatThrownBy(() -> store.add(fork))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("two histories");
            assertThat(store.newest()).contains(note);
        }

        @Test
        void says_which_note_is_damaged() throws IOException {
            CosignatureStore store = CosignatureStore.in(folder);
            store.add(SignedNote.parse(ledger.grownBy(2).checkpoint().note()));
            Files.writeString(folder.resolve("cosigned/2"), "x");
            assertThatThrownBy(store::newest).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
        }
    }

    private SignedNote assertCosigned(WitnessResult result, LocalWitness by) {
        assertThat(result).isInstanceOf(Cosigned.class);
        Cosigned cosigned = (Cosigned) result;
        TrustedLog log = new TrustedLog(ORIGIN, logKey.verifierKey(), List.of(by.key()), 1);
        Checkpoint checkpoint = log.verify(cosigned.note()).checkpoint();
        assertThat(checkpoint.size()).isEqualTo(cosigned.size());
        assertThat(cosigned.note().text())
                .isEqualTo(SignedNote.parse(ledger.checkpoint().note()).text());
        return cosigned.note();
    }

    private static String assertRefused(WitnessResult result, Reason reason) {
        assertThat(result).isInstanceOf(Refused.class);
        Refused refused = (Refused) result;
        assertThat(refused.reason()).as(refused.message()).isEqualTo(reason);
        return refused.message();
    }
}
