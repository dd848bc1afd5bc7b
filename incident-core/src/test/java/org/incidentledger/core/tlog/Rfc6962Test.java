package org.incidentledger.core.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.incidentledger.core.tlog.TlogException.Malformed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc6962Test {

    @Test
    void the_empty_root_is_sha256_of_nothing() {
        assertThat(Rfc6962.EMPTY_ROOT.hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_leaf_is_hashed_behind_a_zero_byte() {
        assertThat(Rfc6962.leafHash("entry 0".getBytes(UTF_8)).hex())
                .isEqualTo("773885a613489e24ce2cf76199d6a423f042e4bbf12d7eecee912ef276c65701");
    }

    @Test
    void a_node_is_hashed_behind_a_one_byte() {
        assertThat(Rfc6962.nodeHash(Entries.leafHash(0), Entries.leafHash(1)).hex())
                .isEqualTo("5a47662fd8a317d96049a3f9f47c55dc67ca66051baa3683dbb19b2fe09a07b0");
    }

    /** Roots made with another implementation, in another language. */
    @ParameterizedTest
    @CsvSource({
        "3,94fbd0dd836f50301692e6d0eade728ee19ec52bfff1606ed807c8575d5aaa19",
        "7,98c97f0ba3175cd08b031dd084b9dc4e649b64d1a28e6ea694646503173ab587",
        "8,b69732ce5c914162ca9accfaf4e95d3f9874d68805437088aaff184a4db96773",
        "255,cf66793e6329dff242eb3cee0a6f36ad3e3a196dcc573a1ec775e102be863f1c",
        "256,da6596d95369f5fef322ab8e4e0da3b0b50236aa9c8a3b1d246f7411c9e2e32e",
        "257,5c1fdfe835358022f2392de478dbe053fc130cfe1d3a082879a90cf6bf14bf7e",
        "1000,346c6b9cb89c4b76fac9dcb20cda86e3a01c0a57417c139028eacd4538fde95b"
    })
    void trees_have_the_roots_that_others_compute(int size, String root) {
        assertThat(TreeEdge.EMPTY
                        .grownBy(Entries.leafHashes(size))
                        .edge()
                        .root()
                        .hex())
                .isEqualTo(root);
    }

    @Nested
    class A_hash {

        @Test
        void reads_what_it_writes() {
            Hash hash = Entries.leafHash(7);
            assertThat(Hash.ofHex(hash.hex())).isEqualTo(hash);
            assertThat(Hash.ofBase64(hash.base64())).isEqualTo(hash).hasSameHashCodeAs(hash);
            assertThat(Hash.of(hash.bytes())).isEqualTo(hash).hasToString(hash.hex());
        }

        @Test
        void does_not_change_with_the_arrays_it_came_from_or_gave() {
            byte[] given = Entries.leafHash(7).bytes();
            Hash hash = Hash.of(given);
            given[0]++;
            hash.bytes()[0]++;
            assertThat(hash).isEqualTo(Entries.leafHash(7)).isNotEqualTo(Hash.of(given));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 31, 33})
        void has_32_bytes(int length) {
            assertThatThrownBy(() -> Hash.of(new byte[length]))
                    .isInstanceOf(Malformed.class)
                    .hasMessage("hash: found \"%d bytes\", but a hash has 32; pass a whole SHA-256 hash", length);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", "zz", "e3b0"})
        void is_not_read_from_other_hex(String hex) {
            assertThatThrownBy(() -> Hash.ofHex(hex)).isInstanceOf(Malformed.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk",
                    "lPvQ3YNvUDAWkubQ6t5yjuGexSv_8WBu2AfIV11aqhk=",
                    "lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhl=",
                    "lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk=\n",
                    "lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhkA"
                })
        void is_not_read_from_other_base64(String base64) {
            assertThatThrownBy(() -> Hash.ofBase64(base64)).isInstanceOf(Malformed.class);
        }
    }
}
