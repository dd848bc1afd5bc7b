package org.incidentledger.core.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.Rejected;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final String TEXT = SampleKeys.CHECKPOINT.text();

    private final Ed25519Signer log = SampleKeys.log();
    private final Ed25519Signer stranger = SampleKeys.signer("stranger.test", 1);
    private final SignedNote note = SignedNote.sign(TEXT, log);

    @Test
    void is_signed_as_another_implementation_signs_it() {
        assertThat(note.format()).isEqualTo(TEXT + "\n" + SampleKeys.LOG_SIGNATURE + "\n");
    }

    @Test
    void reads_what_it_writes() {
        SignedNote two = SignedNote.sign("first\n\nthird\n\n", log, stranger);
        assertThat(SignedNote.parse(two.format())).isEqualTo(two);
        assertThat(SignedNote.parse(two.format().getBytes(UTF_8))).isEqualTo(two);
    }

    @Nested
    class Verified {

        @Test
        void names_each_known_key_that_signed() {
            SignedNote two = SignedNote.sign(TEXT, stranger, log);
            assertThat(two.verify(List.of(log.verifierKey())).signatures())
                    .extracting(VerifiedSignature::key)
                    .containsExactly(log.verifierKey());
            assertThat(two.verify(List.of(log.verifierKey(), stranger.verifierKey()))
                            .signatures())
                    .extracting(VerifiedSignature::key)
                    .containsExactly(stranger.verifierKey(), log.verifierKey());
        }

        @Test
        void passes_over_an_unknown_key_even_when_its_signature_is_nonsense() {
            NoteSignature nonsense = new NoteSignature("stranger.test", 7, Octets.of(new byte[] {1}));
            VerifiedNote verified = note.with(nonsense).verify(List.of(log.verifierKey()));
            assertThat(verified.signatures()).hasSize(1);
            assertThat(verified.isSignedBy(stranger.verifierKey())).isFalse();
        }

        @Test
        void passes_over_a_key_that_shares_only_name_or_id() {
            VerifierKey key = log.verifierKey();
            Octets signature = note.signatures().getFirst().signature();
            SignedNote others = new SignedNote(
                    TEXT,
                    List.of(
                            new NoteSignature(key.name(), key.keyId() + 1, signature),
                            new NoteSignature("stranger.test", key.keyId(), signature)));
            assertThatThrownBy(() -> others.verify(List.of(key)))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("None of the 2 signatures is by one of the 1 known keys");
        }

        @Test
        void is_rejected_as_a_whole_when_a_known_key_s_signature_is_bad() {
            NoteSignature elsewhere = stranger.sign("another text\n");
            List<VerifierKey> known = List.of(log.verifierKey(), stranger.verifierKey());
            assertThatThrownBy(() -> note.with(elsewhere).verify(known))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("Signature by stranger.test+")
                    .hasMessageContaining("rejects the whole note");
        }

        @Test
        void is_rejected_when_a_second_signature_of_the_same_key_is_bad() {
            NoteSignature elsewhere = log.sign("another text\n");
            assertThatThrownBy(() -> note.with(elsewhere).verify(List.of(log.verifierKey())))
                    .isInstanceOf(Rejected.class);
        }

        @Test
        void counts_a_key_once_however_often_it_signed() {
            SignedNote twice = note.with(note.signatures().getFirst());
            assertThat(twice.verify(List.of(log.verifierKey())).signatures()).hasSize(1);
        }

        @Test
        void is_rejected_without_known_keys() {
            assertThatThrownBy(() -> note.verify(List.of())).isInstanceOf(Rejected.class);
        }

        @Test
        void refuses_two_known_keys_of_one_name_and_id() {
            assertThatThrownBy(() -> note.verify(List.of(log.verifierKey(), log.verifierKey())))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("no two known keys share name and id");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 63, 65, 72, 128})
        void is_rejected_when_the_signature_has_another_length(int length) {
            VerifierKey key = log.verifierKey();
            NoteSignature odd = new NoteSignature(key.name(), key.keyId(), Octets.of(new byte[length]));
            assertThatThrownBy(() -> new SignedNote(TEXT, List.of(odd)).verify(List.of(key)))
                    .isInstanceOf(Rejected.class);
        }

        @Test
        void is_rejected_when_any_byte_of_the_signature_changes() {
            VerifierKey key = log.verifierKey();
            for (int i = 0; i < Ed25519.SIGNATURE_BYTES; i++) {
                byte[] altered = note.signatures().getFirst().signature().bytes();
                altered[i] ^= 1;
                NoteSignature bad = new NoteSignature(key.name(), key.keyId(), Octets.of(altered));
                assertThatThrownBy(() -> new SignedNote(TEXT, List.of(bad)).verify(List.of(key)))
                        .isInstanceOf(Rejected.class);
            }
        }
    }

    @Nested
    class Read {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n",
                    "\n\n",
                    "text\n",
                    "text\n\n",
                    "text\n\n\n",
                    "text\n\nno signature\n",
                    "text\n\n\u2014 name AAAAAAA=",
                    "text\n\u2014 name AAAAAAA=\n",
                    "text\n\n- name AAAAAAA=\n",
                    "text\n\n\u2014name AAAAAAA=\n",
                    "text\n\n\u2014 name\n",
                    "text\n\n\u2014  AAAAAAA=\n",
                    "text\n\n\u2014 name AAAAAA==\n",
                    "text\n\n\u2014 name AAAAAAA\n",
                    "text\n\n\u2014 name AAAAAAB=\n",
                    "text\n\n\u2014 name AAAAAAA= \n",
                    "text\n\n\u2014 a name AAAAAAA=\n",
                    "text\n\n\u2014 a+name AAAAAAA=\n",
                    "text\n\n\u2014 a\u00a0name AAAAAAA=\n",
                    "text\n\n\u2014 a\u3000name AAAAAAA=\n",
                    "text\n\n\u2014 a\u0085name AAAAAAA=\n",
                    "text\n\n\u2014 a\u0001name AAAAAAA=\n",
                    "text\r\n\r\n\u2014 name AAAAAAA=\r\n",
                    "text\n\n\u2014 name AAAAAAA=\r\u2014 name AAAAAAA=\n",
                    "te\u0000xt\n\n\u2014 name AAAAAAA=\n",
                    "te\ud800xt\n\n\u2014 name AAAAAAA=\n",
                    "text\n\n\u2014 name AAAAAAA=\nmore\n",
                })
        void is_not_possible_from_other_text(String text) {
            assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(Malformed.class);
        }

        @Test
        void accepts_the_shortest_signature() {
            String shortest = "text\n\n\u2014 name AAAAAAA=\n";
            assertThat(SignedNote.parse(shortest).format()).isEqualTo(shortest);
        }

        @Test
        void is_not_possible_from_bytes_that_are_not_utf8() {
            byte[] bytes = note.format().getBytes(UTF_8);
            bytes[0] = (byte) 0xff;
            assertThatThrownBy(() -> SignedNote.parse(bytes))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("valid UTF-8");
        }

        @Test
        void stops_at_its_limits() {
            String line = "\u2014 name AAAAAAA=\n";
            assertThat(SignedNote.parse("text\n\n" + line.repeat(100)).signatures())
                    .hasSize(100);
            assertThatThrownBy(() -> SignedNote.parse("text\n\n" + line.repeat(101)))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("\"101 signatures\", but a note has 1 to 100");
            String tooLong = "x".repeat(SignedNote.MAX_BYTES) + "\n\n" + line;
            assertThatThrownBy(() -> SignedNote.parse(tooLong)).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> SignedNote.parse(tooLong.getBytes(UTF_8))).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void cannot_be_made_of_parts_that_would_read_differently() {
        assertThatThrownBy(() -> SignedNote.sign("no newline", log)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> SignedNote.sign(TEXT)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new NoteSignature("a b", 1, Octets.of(new byte[] {1})))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new NoteSignature("a", 1, Octets.of(new byte[0])))
                .isInstanceOf(Malformed.class);
    }
}
