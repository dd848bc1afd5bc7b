package org.incidentledger.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.OutsideTree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0,0,256,tile/0/000",
        "0,999,256,tile/0/999",
        "0,1000,256,tile/0/x001/000",
        "3,1234567,7,tile/3/x001/x234/567.p/7",
        "63,999999999999999999,255,tile/63/x999/x999/x999/x999/x999/999.p/255"
    })
    void a_tile_has_one_path(int level, long index, int width, String path) {
        TileId id = new TileId(level, index, width);
        assertThat(id.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"0,256,tile/entries/000", "1001,3,tile/entries/x001/001.p/3"})
    void a_bundle_has_one_path(long index, int width, String path) {
        BundleId id = new BundleId(index, width);
        assertThat(id.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "/tile/0/000",
                "tile/00/000",
                "tile/07/000",
                "tile/64/000",
                "tile/0/x000/001",
                "tile/0/000.p/0",
                "tile/0/000.p/007",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000\n",
                "tile/0/000/../001",
                "tile/Entries/000",
                "tile/entries/1",
                "tile/0/\u0660\u0660\u0660",
                "tile/0/x999/x999/x999/x999/x999/x999/999"
            })
    void no_other_text_is_a_path(String path) {
        assertThatThrownBy(() -> TilePath.parse(path))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("tile path: found ")
                .hasMessageEndingWith("; take it from a list of tiles of this tree's size");
    }

    @Test
    void components_out_of_range_are_refused() {
        assertThatThrownBy(() -> new TileId(-1, 0, 1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new TileId(64, 0, 1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new TileId(0, -1, 1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new TileId(0, TilePath.MAX_INDEX + 1, 1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new BundleId(0, 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new BundleId(0, 257)).isInstanceOf(Malformed.class);
    }

    @Nested
    class In_a_tree {

        @Test
        void the_last_tile_of_a_level_is_as_wide_as_the_size_leaves_it() {
            assertThat(TileId.inTree(0, 273, 70_000)).isEqualTo(new TileId(0, 273, 112));
            assertThat(TileId.inTree(1, 1, 70_000)).isEqualTo(new TileId(1, 1, 17));
            assertThat(TileId.inTree(2, 0, 70_000)).isEqualTo(new TileId(2, 0, 1));
            assertThat(TileId.inTree(0, 0, 256)).isEqualTo(new TileId(0, 0, 256));
        }

        @ParameterizedTest
        @CsvSource({
            "0,274,70000",
            "1,2,70000",
            "2,1,70000",
            "3,0,70000",
            "0,1,256",
            "0,-1,9",
            "0,0,0",
            "0,0,-1",
            "8,0,9223372036854775807",
            "0,9223372036854775807,70000"
        })
        void a_tile_outside_is_refused(int level, long index, long size) {
            assertThatThrownBy(() -> TileId.inTree(level, index, size)).isInstanceOf(OutsideTree.class);
        }

        @Test
        void an_entry_has_its_bundle() {
            assertThat(BundleId.holding(255, 300)).isEqualTo(new BundleId(0, 256));
            assertThat(BundleId.holding(256, 300)).isEqualTo(new BundleId(1, 44));
            assertThatThrownBy(() -> BundleId.holding(300, 300))
                    .isInstanceOf(OutsideTree.class)
                    .hasMessage("Leaf 300 is not in a tree of 300 leaves: ask for one below 300");
            assertThatThrownBy(() -> BundleId.holding(-1, 300)).isInstanceOf(OutsideTree.class);
        }
    }

    @Nested
    class Written_by_growth {

        @Test
        void are_the_full_tiles_and_one_partial_at_each_level_that_grew() {
            assertThat(TileId.writtenByGrowth(250, 260))
                    .extracting(TileId::path)
                    .containsExactly("tile/0/000", "tile/0/001.p/4", "tile/1/000.p/1");
            assertThat(TileId.writtenByGrowth(256, 257))
                    .extracting(TileId::path)
                    .containsExactly("tile/0/001.p/1");
            assertThat(TileId.writtenByGrowth(65_535, 65_536))
                    .extracting(TileId::path)
                    .containsExactly("tile/0/255", "tile/1/000", "tile/2/000.p/1");
        }

        @Test
        void are_none_without_growth() {
            assertThat(TileId.writtenByGrowth(0, 0)).isEmpty();
            assertThat(TileId.writtenByGrowth(256, 256)).isEmpty();
            assertThat(BundleId.writtenByGrowth(300, 300)).isEmpty();
        }

        @Test
        void are_all_tiles_of_the_tree_when_it_grew_from_nothing() {
            for (int size = 0; size < 1100; size++) {
                assertThat(TileId.writtenByGrowth(0, size)).containsExactlyElementsOf(allTiles(size));
            }
            assertThat(TileId.writtenByGrowth(0, 70_000)).containsExactlyElementsOf(allTiles(70_000));
        }

        /** Whatever the steps, a reader of the last size finds each of its tiles, under its exact name. */
        @Test
        void in_any_steps_cover_the_tree() {
            Random random = Seeded.random("in_any_steps_cover_the_tree");
            Set<TileId> written = new LinkedHashSet<>();
            int size = 0;
            for (int step = 0; step < 60; step++) {
                int grown = size + random.nextInt(900);
                written.addAll(TileId.writtenByGrowth(size, grown));
                size = grown;
                assertThat(written).containsAll(allTiles(size));
            }
        }

        @Test
        void bundles_are_written_like_level_0_tiles() {
            assertThat(BundleId.writtenByGrowth(250, 700))
                    .extracting(BundleId::path)
                    .containsExactly("tile/entries/000", "tile/entries/001", "tile/entries/002.p/188");
        }

        @Test
        void shrinking_is_refused() {
            assertThatThrownBy(() -> TileId.writtenByGrowth(5, 4))
                    .isInstanceOf(OutsideTree.class)
                    .hasMessageContaining("Growth from 5 to 4 is not possible");
            assertThatThrownBy(() -> TileId.writtenByGrowth(5, 0)).isInstanceOf(OutsideTree.class);
            assertThatThrownBy(() -> TileId.writtenByGrowth(-1, 4)).isInstanceOf(OutsideTree.class);
            assertThatThrownBy(() -> BundleId.writtenByGrowth(0, -1)).isInstanceOf(OutsideTree.class);
        }

        /** By the words of the specification: floor(size / 256^l) hashes at level l, 256 to a tile. */
        private static List<TileId> allTiles(int size) {
            List<TileId> tiles = new ArrayList<>();
            int hashes = size;
            for (int level = 0; hashes > 0; level++) {
                for (int tile = 0; tile * 256 < hashes; tile++) {
                    tiles.add(new TileId(level, tile, Math.min(256, hashes - tile * 256)));
                }
                hashes /= 256;
            }
            return tiles;
        }
    }
}
