package org.incidentledger.core.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.incidentledger.core.tlog.AddCheckpointAnswer.Cosigned;
import org.incidentledger.core.tlog.AddCheckpointAnswer.OtherSize;
import org.incidentledger.core.tlog.AddCheckpointAnswer.RefusalReason;
import org.incidentledger.core.tlog.AddCheckpointAnswer.Refused;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessProtocolTest {

    private static final SignedNote NOTE = SignedNote.sign(SampleKeys.CHECKPOINT.text(), SampleKeys.log());

    @Nested
    class A_request {

        @Test
        void reads_what_it_writes() {
            AddCheckpointRequest request = new AddCheckpointRequest(2, Entries.leafHashes(2), NOTE);
            String text = request.format();
            assertThat(text)
                    .isEqualTo("old 2\n" + Entries.leafHash(0).base64() + "\n"
                            + Entries.leafHash(1).base64() + "\n\n" + NOTE.format());
            assertThat(AddCheckpointRequest.parse(text.getBytes(UTF_8))).isEqualTo(request);
            assertThat(request.checkpoint()).isEqualTo(SampleKeys.CHECKPOINT);
            AddCheckpointRequest first = new AddCheckpointRequest(0, List.of(), NOTE);
            assertThat(AddCheckpointRequest.parse(first.format())).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n\n",
                    "old 2",
                    "old 2\n",
                    "old 2\n\n",
                    "old\n\nNOTE",
                    "old  2\n\nNOTE",
                    "old 02\n\nNOTE",
                    "old -1\n\nNOTE",
                    "old 18446744073709551616\n\nNOTE",
                    "Old 2\n\nNOTE",
                    "new 2\n\nNOTE",
                    "old 2\r\n\nNOTE",
                    "old 2\nAA==\n\nNOTE",
                    "old 2\nlPvQ3YNvUDFpLm0Ore3nKO4Z7FK//xYG7YB8hX1aqhk\n\nNOTE",
                    "old 4\n\nNOTE",
                    "old 2\n\nledger.test/a\nthree\n\n\u2014 a AAAAAAA=\n",
                })
        void is_not_read_from_other_text(String text) {
            assertThatThrownBy(() -> AddCheckpointRequest.parse(text.replace("NOTE", NOTE.format())))
                    .isInstanceOf(Malformed.class);
        }

        @Test
        void has_at_most_63_hashes() {
            Hash hash = Rfc6962.EMPTY_ROOT;
            assertThat(AddCheckpointRequest.parse(
                                    new AddCheckpointRequest(2, Collections.nCopies(63, hash), NOTE).format())
                            .proof())
                    .hasSize(63);
            String tooMany = "old 2\n" + (hash.base64() + "\n").repeat(64) + "\n" + NOTE.format();
            assertThatThrownBy(() -> AddCheckpointRequest.parse(tooMany)).isInstanceOf(Malformed.class);
        }
    }

    @Nested
    class An_answer {

        @Test
        void reads_what_it_writes() {
            assertReadBack(new Cosigned(List.of(NoteSignature.parse(SampleKeys.WITNESS_SIGNATURE))));
            assertReadBack(new OtherSize(0));
            assertReadBack(new OtherSize(-1));
        }

        @ParameterizedTest
        @EnumSource
        void reads_each_reason(RefusalReason reason) {
            assertReadBack(new Refused(reason, "because"));
        }

        @Test
        void to_another_size_has_a_type_of_its_own() {
            assertThat(new OtherSize(7))
                    .returns(409, AddCheckpointAnswer::status)
                    .returns("text/x.tlog.size", AddCheckpointAnswer::contentType)
                    .returns("7\n", AddCheckpointAnswer::body);
            assertThat(AddCheckpointAnswer.parse(409, "text/plain", "7\n".getBytes(UTF_8)))
                    .isEqualTo(new Refused(RefusalReason.OTHER_ROOT, "7"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "7", "07\n", "-7\n", "7\n\n", " 7\n", "7\r\n", "18446744073709551616\n"})
        void is_no_size_in_another_spelling(String body) {
            assertThatThrownBy(() -> AddCheckpointAnswer.parse(409, "text/x.tlog.size", body.getBytes(UTF_8)))
                    .isInstanceOf(Malformed.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "\u2014 a AAAAAAA=", "cosigned\n", "\u2014 a AAAAAAA=\n\n"})
        void is_no_cosignature_in_another_spelling(String body) {
            assertThatThrownBy(() -> AddCheckpointAnswer.parse(200, "", body.getBytes(UTF_8)))
                    .isInstanceOf(Malformed.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 204, 301, 401, 429, 500, 503})
        void of_another_status_is_none(int status) {
            assertThatThrownBy(() -> AddCheckpointAnswer.parse(status, "", new byte[0]))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("status " + status);
        }

        @Test
        void has_at_most_100_lines() {
            byte[] many = "\u2014 a AAAAAAA=\n".repeat(101).getBytes(UTF_8);
            assertThatThrownBy(() -> AddCheckpointAnswer.parse(200, "", many)).isInstanceOf(Malformed.class);
        }

        @Test
        void cannot_draw_on_a_terminal() {
            byte[] body = ("no\u001b[2J \u202e" + "x".repeat(1000)).getBytes(UTF_8);
            assertThat(AddCheckpointAnswer.parse(404, "", body))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.message())
                                    .startsWith("no?[2J ?xxx")
                                    .hasSize(200));
        }

        @Test
        void to_noise_is_read_or_refused() {
            Random random = Seeded.random("WitnessProtocolTest");
            for (int round = 0; round < 2_000; round++) {
                byte[] noise = new byte[random.nextInt(50)];
                random.nextBytes(noise);
                int status = 200 + random.nextInt(300);
                try {
                    assertThat(AddCheckpointAnswer.parse(status, "", noise).status())
                            .isEqualTo(status);
                } catch (TlogException refused) {
                    assertThat(refused).hasMessageContaining(" ");
                }
            }
        }

        private static void assertReadBack(AddCheckpointAnswer answer) {
            assertThat(AddCheckpointAnswer.parse(
                            answer.status(), answer.contentType(), answer.body().getBytes(UTF_8)))
                    .isEqualTo(answer);
        }
    }

    @Nested
    class A_witness_s_key {

        @Test
        void is_restored_from_its_secret() {
            CosignatureSigner signer = CosignatureSigner.generate("witness.test", new SecureRandom(), Instant::now);
            CosignatureSigner restored = CosignatureSigner.parse(signer.secret(), () -> Instant.ofEpochSecond(7));
            assertThat(restored.verifierKey()).isEqualTo(signer.verifierKey());
            assertThat(restored.verifierKey().type()).isEqualTo(KeyType.COSIGNATURE_V1);
            assertThat(restored.sign("text\n")).isEqualTo(signer.cosign("text\n", 7));
            assertThat(signer.toString()).doesNotContain(signer.secret().substring(30));
        }

        @Test
        void is_not_that_of_a_log() {
            String ofLog = SampleKeys.log().secret();
            String ofWitness = SampleKeys.witness().secret();
            assertThatThrownBy(() -> CosignatureSigner.parse(ofLog, Instant::now))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> Ed25519Signer.parse(ofWitness)).isInstanceOf(Malformed.class);
        }

        @Test
        void does_not_sign_before_1970() {
            CosignatureSigner early =
                    CosignatureSigner.ofSeed("w", SampleKeys.seed(1), () -> Instant.ofEpochSecond(-1));
            assertThatThrownBy(() -> early.sign("text\n")).isInstanceOf(Malformed.class);
        }
    }
}
