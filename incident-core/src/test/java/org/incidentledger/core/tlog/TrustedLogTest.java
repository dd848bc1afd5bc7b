package org.incidentledger.core.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.Rejected;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedLogTest {

    private static final String ORIGIN = SampleKeys.CHECKPOINT.origin();
    private static final String TEXT = SampleKeys.CHECKPOINT.text();

    private final VerifierKey logKey = VerifierKey.parse(SampleKeys.LOG_KEY);
    private final VerifierKey witnessKey = VerifierKey.parse(SampleKeys.WITNESS_KEY);
    private final CosignatureSigner second = SampleKeys.witness("witness.test/second", 50);
    private final SignedNote note = SignedNote.sign(TEXT, SampleKeys.log());
    private final SignedNote cosigned = note.with(NoteSignature.parse(SampleKeys.WITNESS_SIGNATURE));

    private TrustedLog witnessed(int quorum) {
        return new TrustedLog(ORIGIN, logKey, List.of(witnessKey, second.verifierKey()), quorum);
    }

    @Nested
    class A_checkpoint {

        @Test
        void is_believed_on_the_log_s_signature() {
            VerifiedCheckpoint verified =
                    new TrustedLog(ORIGIN, logKey).verify(note.format().getBytes(UTF_8));
            assertThat(verified.checkpoint()).isEqualTo(SampleKeys.CHECKPOINT);
            assertThat(verified.note().note()).isEqualTo(note);
        }

        @Test
        void of_another_log_is_rejected() {
            assertThatThrownBy(() -> new TrustedLog("ledger.test/b", logKey).verify(note))
                    .isInstanceOf(Rejected.class)
                    .hasMessage("The checkpoint is of log \"ledger.test/a\", not of \"ledger.test/b\";"
                            + " fetch that of the right log");
        }

        @Test
        void that_only_a_witness_signed_is_rejected() {
            SignedNote unsigned =
                    new SignedNote(TEXT, List.of(SampleKeys.witness().cosign(TEXT, 1)));
            assertThatThrownBy(() -> witnessed(1).verify(unsigned))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("bears no signature of " + SampleKeys.LOG_KEY);
        }

        @Test
        void that_is_signed_but_not_a_checkpoint_is_refused() {
            SignedNote other = SignedNote.sign("ledger.test/a\nthree\n", SampleKeys.log());
            assertThatThrownBy(() -> new TrustedLog(ORIGIN, logKey).verify(other))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Nested
    class A_cosignature {

        @Test
        void is_made_and_verified_as_by_another_implementation() {
            assertThat(SampleKeys.witness().verifierKey()).isEqualTo(witnessKey);
            assertThat(SampleKeys.witness().sign(TEXT).line()).isEqualTo(SampleKeys.WITNESS_SIGNATURE);
            VerifiedCheckpoint verified = witnessed(1).verify(cosigned);
            assertThat(verified.note().isSignedBy(witnessKey)).isTrue();
            assertThat(verified.note().signatures().getLast().cosignedAtSeconds())
                    .hasValue(SampleKeys.WITNESS_SECONDS);
            assertThat(verified.note().signatures().getFirst().cosignedAtSeconds())
                    .isEmpty();
        }

        @Test
        void is_of_no_one_when_the_witness_is_unknown() {
            assertThat(new TrustedLog(ORIGIN, logKey).verify(cosigned).note().signatures())
                    .hasSize(1);
        }

        @Test
        void must_come_from_a_quorum() {
            assertThatThrownBy(() -> witnessed(1).verify(note))
                    .isInstanceOf(Rejected.class)
                    .hasMessage("0 of the 2 known witnesses cosigned, 1 must; wait for a checkpoint with more");
            assertThatThrownBy(() -> witnessed(2).verify(cosigned)).isInstanceOf(Rejected.class);
            SignedNote both = cosigned.with(second.cosign(TEXT, 5));
            assertThat(witnessed(2).verify(both).note().signatures()).hasSize(3);
        }

        @Test
        void of_one_witness_counts_once() {
            SignedNote twice = cosigned.with(SampleKeys.witness().cosign(TEXT, 5));
            assertThatThrownBy(() -> witnessed(2).verify(twice)).isInstanceOf(Rejected.class);
        }

        @Test
        void with_another_time_than_was_signed_is_rejected() {
            byte[] moved = SampleKeys.witness().cosign(TEXT, 5).signature().bytes();
            moved[7]++;
            NoteSignature bad = new NoteSignature(witnessKey.name(), witnessKey.keyId(), Octets.of(moved));
            assertThatThrownBy(() -> witnessed(0).verify(note.with(bad))).isInstanceOf(Rejected.class);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, Long.MAX_VALUE})
        void may_bear_any_time_below_two_to_the_63(long seconds) {
            SignedNote at = note.with(SampleKeys.witness().cosign(TEXT, seconds));
            assertThat(witnessed(1).verify(at).note().signatures().getLast().cosignedAtSeconds())
                    .hasValue(seconds);
        }

        @Test
        void with_a_later_time_is_rejected() {
            SignedNote at = note.with(SampleKeys.witness().cosign(TEXT, Long.MIN_VALUE));
            assertThatThrownBy(() -> witnessed(0).verify(at)).isInstanceOf(Rejected.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 8, 64, 71, 73})
        void of_another_length_is_rejected(int length) {
            NoteSignature odd = new NoteSignature(witnessKey.name(), witnessKey.keyId(), Octets.of(new byte[length]));
            assertThatThrownBy(() -> witnessed(0).verify(note.with(odd))).isInstanceOf(Rejected.class);
        }
    }

    @Nested
    class A_configuration {

        @Test
        void with_keys_of_the_wrong_type_is_refused() {
            assertThatThrownBy(() -> new TrustedLog(ORIGIN, witnessKey)).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new TrustedLog(ORIGIN, logKey, List.of(logKey), 0))
                    .isInstanceOf(Malformed.class);
        }

        @Test
        void with_one_witness_under_two_names_is_refused() {
            VerifierKey again = new VerifierKey("other.test", KeyType.COSIGNATURE_V1, witnessKey.publicKey());
            assertThatThrownBy(() -> new TrustedLog(ORIGIN, logKey, List.of(witnessKey, again), 1))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("each witness has a public key of its own");
        }

        @Test
        void with_a_quorum_out_of_reach_is_refused() {
            assertThatThrownBy(() -> witnessed(3)).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> witnessed(-1)).isInstanceOf(Malformed.class);
        }
    }

    @Nested
    class A_tlog_proof {

        private final TiledTree tree = new TiledTree(StoredTiles.ofTree(3, 3), 3);
        private final TrustedLog log = new TrustedLog(ORIGIN, logKey);
        private final TlogProof proof = TlogProof.of(tree.inclusionProof(1), note);

        @Test
        void reads_what_it_writes() {
            assertThat(proof.format())
                    .startsWith("c2sp.org/tlog-proof@v1\nindex 1\n")
                    .endsWith("\n\n" + note.format());
            assertThat(TlogProof.parse(proof.format())).isEqualTo(proof);
            TlogProof extra =
                    new TlogProof(Optional.of(Entries.entry(1)), proof.leafIndex(), proof.hashes(), proof.checkpoint());
            assertThat(extra.format()).startsWith("c2sp.org/tlog-proof@v1\nextra ZW50cnkgMQ==\nindex 1\n");
            assertThat(TlogProof.parse(extra.format().getBytes(UTF_8))).isEqualTo(extra);
        }

        @Test
        void is_verified_without_the_log() {
            assertThat(proof.verify(log, Entries.leafHash(1)).checkpoint()).isEqualTo(SampleKeys.CHECKPOINT);
        }

        @Test
        void of_another_leaf_is_rejected() {
            assertThatThrownBy(() -> proof.verify(log, Entries.leafHash(0)))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("Inclusion of leaf 1 with hash");
        }

        @Test
        void of_another_index_is_rejected() {
            TlogProof moved = new TlogProof(Optional.empty(), 0, proof.hashes(), proof.checkpoint());
            assertThatThrownBy(() -> moved.verify(log, Entries.leafHash(1))).isInstanceOf(Rejected.class);
            TlogProof outside = new TlogProof(Optional.empty(), -1, proof.hashes(), proof.checkpoint());
            assertThatThrownBy(() -> outside.verify(log, Entries.leafHash(1))).isInstanceOf(Malformed.class);
        }

        @Test
        void for_another_size_than_the_checkpoint_s_cannot_be_made() {
            InclusionProof smaller = new TiledTree(StoredTiles.ofTree(3, 3), 2).inclusionProof(1);
            assertThatThrownBy(() -> TlogProof.of(smaller, note))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("found \"a proof for size 2\", but the checkpoint has size 3");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n\n",
                    "c2sp.org/tlog-proof@v1",
                    "c2sp.org/tlog-proof@v1\n\nx\n",
                    "c2sp.org/tlog-proof@v1\nindex 0\n",
                    "c2sp.org/tlog-proof@v1\nindex 0\n\n",
                    "c2sp.org/tlog-proof@v2\nindex 0\n\nx\n",
                    "c2sp.org/tlog-proof@v1\r\nindex 0\n\nx\n",
                    "c2sp.org/tlog-proof@v1\nindex 00\n\nx\n",
                    "c2sp.org/tlog-proof@v1\nindex\n\nx\n",
                    "c2sp.org/tlog-proof@v1\nextra \nindex 0\n\nx\n",
                    "c2sp.org/tlog-proof@v1\nextra AA\nindex 0\n\nx\n",
                    "c2sp.org/tlog-proof@v1\nextra AA==\nextra AA==\nindex 0\n\nx\n",
                    "c2sp.org/tlog-proof@v1\nindex 0\nextra AA==\n\nx\n",
                    "c2sp.org/tlog-proof@v1\nindex 0\nAA==\n\nx\n",
                    "c2sp.org/tlog-proof@v1\nindex 18446744073709551616\n\nx\n",
                })
        void is_not_read_from_other_text(String text) {
            assertThatThrownBy(() -> TlogProof.parse(text)).isInstanceOf(Malformed.class);
        }

        @Test
        void stops_at_its_limits() {
            String hash = Rfc6962.EMPTY_ROOT.base64() + "\n";
            String start = "c2sp.org/tlog-proof@v1\nindex 0\n";
            assertThat(TlogProof.parse(start + hash.repeat(64) + "\nx\n").hashes())
                    .hasSize(64);
            assertThatThrownBy(() -> TlogProof.parse(start + hash.repeat(65) + "\nx\n"))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> TlogProof.parse(start + "\n" + "x".repeat(TlogProof.MAX_CHARS)))
                    .isInstanceOf(Malformed.class);
        }
    }
}
