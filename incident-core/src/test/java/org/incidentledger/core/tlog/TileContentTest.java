package org.incidentledger.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileContentTest {

    @Nested
    class A_tile {

        private final TileId id = new TileId(0, 0, 3);
        private final Tile tile = new Tile(id, Entries.leafHashes(3));

        @Test
        void is_its_hashes_one_after_the_other() {
            assertThat(tile.bytes()).hasSize(96).startsWith(Entries.leafHash(0).bytes());
            assertThat(Tile.parse(id, tile.bytes())).isEqualTo(tile);
        }

        @Test
        void begins_a_wider_one() {
            byte[] wider = new Tile(new TileId(0, 0, 256), Entries.leafHashes(256)).bytes();
            assertThat(Tile.parse(id, wider)).isEqualTo(tile);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 95, 97, 257 * 32})
        void is_not_read_from_other_lengths(int length) {
            assertThatThrownBy(() -> Tile.parse(id, new byte[length]))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining(length + " bytes");
        }

        @Test
        void has_as_many_hashes_as_it_is_wide() {
            assertThatThrownBy(() -> new Tile(id, Entries.leafHashes(2))).isInstanceOf(Malformed.class);
        }
    }

    @Nested
    class An_entry_bundle {

        private final BundleId id = new BundleId(0, 3);
        private final EntryBundle bundle = new EntryBundle(
                id,
                List.of(Entries.entry(0), Octets.of(new byte[0]), Octets.of(new byte[EntryBundle.MAX_ENTRY_BYTES])));

        @Test
        void holds_each_entry_behind_its_length() {
            byte[] bytes = bundle.bytes();
            assertThat(bytes)
                    .hasSize(3 * 2 + 7 + 65_535)
                    .startsWith(0, 7, 'e', 'n', 't', 'r', 'y', ' ', '0', 0, 0, 0xff, 0xff, 0);
            assertThat(EntryBundle.parse(id, bytes)).isEqualTo(bundle);
        }

        @Test
        void has_the_leaf_hashes_of_its_tile() {
            EntryBundle full = new EntryBundle(
                    new BundleId(0, 256),
                    IntStream.range(0, 256).mapToObj(Entries::entry).toList());
            assertThat(full.leafHashes()).isEqualTo(Entries.leafHashes(256));
        }

        @Test
        void does_not_take_an_entry_that_is_too_long() {
            assertThatThrownBy(() -> new EntryBundle(new BundleId(0, 1), List.of(Octets.of(new byte[65_536]))))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("found \"65536 bytes\", but an entry has at most 65535");
        }

        @Test
        void is_read_only_as_a_whole() {
            byte[] bytes = bundle.bytes();
            byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
            assertThatThrownBy(() -> EntryBundle.parse(id, cut)).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> EntryBundle.parse(id, new byte[] {0, 0, 0}))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> EntryBundle.parse(id, new byte[4])).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> EntryBundle.parse(id, new byte[8])).isInstanceOf(Malformed.class);
        }
    }
}
