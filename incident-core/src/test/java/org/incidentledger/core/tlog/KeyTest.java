package org.incidentledger.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    @Nested
    class A_verifier_key {

        @Test
        void reads_what_it_writes() {
            assertThat(VerifierKey.parse(SampleKeys.LOG_KEY).text()).isEqualTo(SampleKeys.LOG_KEY);
            assertThat(VerifierKey.parse(SampleKeys.WITNESS_KEY).text()).isEqualTo(SampleKeys.WITNESS_KEY);
            assertThat(VerifierKey.parse(SampleKeys.WITNESS_KEY).type()).isEqualTo(KeyType.COSIGNATURE_V1);
        }

        @Test
        void has_an_id_that_depends_on_name_type_and_key() {
            VerifierKey key = VerifierKey.parse(SampleKeys.LOG_KEY);
            assertThat(key.keyId()).isEqualTo(0xde668a15);
            assertThat(new VerifierKey("ledger.test/b", key.type(), key.publicKey()).keyId())
                    .isNotEqualTo(key.keyId());
            assertThat(new VerifierKey(key.name(), KeyType.COSIGNATURE_V1, key.publicKey()).keyId())
                    .isNotEqualTo(key.keyId());
        }

        @Test
        void is_split_at_the_first_two_plus_signs_only() {
            Ed25519Signer signer = signerWhoseKeyHoldsAPlus();
            String text = signer.verifierKey().text();
            assertThat(text.chars().filter(c -> c == '+').count()).isGreaterThan(2);
            assertThat(VerifierKey.parse(text)).isEqualTo(signer.verifierKey());
        }

        private static Ed25519Signer signerWhoseKeyHoldsAPlus() {
            for (int first = 0; first < 256; first++) {
                Ed25519Signer signer = SampleKeys.signer("plus.test", first);
                String text = signer.verifierKey().text();
                if (text.chars().filter(c -> c == '+').count() > 2) {
                    return signer;
                }
            }
            throw new AssertionError("none of 256 keys has a plus in its base64");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "+",
                    "++",
                    "ledger.test/a",
                    "ledger.test/a+de668a15",
                    "ledger.test/a+de668a15+",
                    "+de668a15+AQu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by14",
                    "ledger.test/a+DE668A15+AQu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by14",
                    "ledger.test/a+e668a15+AQu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by14",
                    "ledger.test/a+de668a16+AQu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by14",
                    "ledger test/a+de668a15+AQu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by14",
                    "ledger.test/a+de668a15+AQu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by1",
                    "ledger.test/a+de668a15+BQu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by14",
                    "ledger.test/a+de668a15+AQu8NGpXZnw4ASC9nH/X5R0sX9/qN80vW/QFssa/by14\n",
                    "ledger.test/a+de668a15+AQ==",
                })
        void is_not_read_from_other_text(String text) {
            assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(Malformed.class);
        }

        @Test
        void is_a_point_of_the_curve() {
            byte[] two = new byte[Ed25519.KEY_BYTES];
            two[0] = 2;
            assertThatThrownBy(() -> new VerifierKey("a", KeyType.ED25519, Octets.of(two)))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("it is a point of the curve");
            assertThatThrownBy(() -> new VerifierKey("a", KeyType.ED25519, Octets.of(new byte[31])))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Nested
    class A_signing_key {

        @Test
        void has_the_public_key_that_others_derive() {
            assertThat(SampleKeys.log().verifierKey().text()).isEqualTo(SampleKeys.LOG_KEY);
        }

        @Test
        void is_restored_from_its_secret() {
            Ed25519Signer signer = Ed25519Signer.generate("ledger.test/new", new SecureRandom());
            Ed25519Signer restored = Ed25519Signer.parse(signer.secret());
            assertThat(restored.verifierKey()).isEqualTo(signer.verifierKey());
            assertThat(restored.sign("text\n")).isEqualTo(signer.sign("text\n"));
        }

        @Test
        void is_new_each_time_it_is_generated() {
            SecureRandom random = new SecureRandom();
            assertThat(Ed25519Signer.generate("a", random).verifierKey())
                    .isNotEqualTo(Ed25519Signer.generate("a", random).verifierKey());
        }

        @Test
        void does_not_show_its_secret() {
            Ed25519Signer signer = SampleKeys.log();
            String secret = signer.secret().substring("PRIVATE+KEY+ledger.test/a+de668a15+".length());
            assertThat(signer.toString()).doesNotContain(secret).contains(SampleKeys.LOG_KEY);
            String damaged = signer.secret().substring(0, signer.secret().length() - 4);
            String wrongId = signer.secret().replace("de668a15", "de668a16");
            for (String text : new String[] {damaged, wrongId, secret, "PRIVATE+KEY+" + secret}) {
                assertThatThrownBy(() -> Ed25519Signer.parse(text))
                        .isInstanceOf(Malformed.class)
                        .message()
                        .doesNotContain(secret.substring(0, 8));
            }
        }

        @Test
        void needs_32_bytes_and_a_name() {
            assertThatThrownBy(() -> Ed25519Signer.ofSeed("a", new byte[31])).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> Ed25519Signer.ofSeed("a b", new byte[32])).isInstanceOf(Malformed.class);
        }
    }
}
