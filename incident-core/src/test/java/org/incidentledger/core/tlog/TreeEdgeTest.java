package org.incidentledger.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.OutsideTree;
import org.incidentledger.core.tlog.TlogException.TileMissing;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEdgeTest {

    @Test
    void appending_one_by_one_gives_the_roots_of_the_definition() {
        NaiveTree naive = new NaiveTree(Entries.leafHashes(600));
        Frontier frontier = Frontier.EMPTY;
        for (int size = 0; size < 600; size++) {
            assertThat(frontier.root()).isEqualTo(naive.root(size));
            frontier = frontier.append(Entries.leafHash(size));
        }
    }

    @Test
    void groups_of_any_size_give_the_same_tree() {
        Random random = Seeded.random("groups_of_any_size_give_the_same_tree");
        Frontier oneByOne = Frontier.EMPTY;
        TreeEdge edge = TreeEdge.EMPTY;
        while (edge.size() < 1500) {
            int from = (int) edge.size();
            List<Hash> group = Entries.leafHashes(from, from + random.nextInt(300));
            for (Hash leaf : group) {
                oneByOne = oneByOne.append(leaf);
            }
            edge = edge.grownBy(group).edge();
            assertThat(edge.frontier()).isEqualTo(oneByOne);
        }
    }

    @Test
    void appending_leaves_the_old_edge_as_it_was() {
        TreeEdge edge = TreeEdge.EMPTY.grownBy(Entries.leafHashes(255)).edge();
        Hash root = edge.root();
        TreeGrowth first = edge.grownBy(Entries.leafHashes(255, 300));
        TreeGrowth second = edge.grownBy(Entries.leafHashes(255, 300));
        assertThat(edge.root()).isEqualTo(root);
        assertThat(second.tiles()).isEqualTo(first.tiles());
    }

    @Test
    void the_tiles_of_an_append_are_those_that_growth_must_write() {
        Random random = Seeded.random("the_tiles_of_an_append_are_those_that_growth_must_write");
        TreeEdge edge = TreeEdge.EMPTY;
        for (int group = 0; group < 40; group++) {
            int from = (int) edge.size();
            TreeGrowth growth = edge.grownBy(Entries.leafHashes(from, from + random.nextInt(700)));
            assertThat(growth.tiles())
                    .extracting(Tile::id)
                    .isEqualTo(TileId.writtenByGrowth(from, growth.edge().size()));
            edge = growth.edge();
        }
    }

    @Nested
    class Resumed_from_stored_tiles {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 65_800})
        void it_goes_on_as_if_it_had_never_stopped(int size) {
            StoredTiles tiles = StoredTiles.ofTree(65_800, 1000);
            TreeEdge resumed = TreeEdge.read(tiles, size);
            List<Hash> more = Entries.leafHashes(size, size + 300);
            TreeEdge uninterrupted =
                    TreeEdge.EMPTY.grownBy(Entries.leafHashes(size)).edge();
            assertThat(resumed.root()).isEqualTo(uninterrupted.root());
            assertThat(resumed.grownBy(more).tiles())
                    .isEqualTo(uninterrupted.grownBy(more).tiles());
        }

        @Test
        void a_missing_tile_is_named() {
            StoredTiles tiles = StoredTiles.ofTree(300, 300);
            tiles.remove(new TileId(0, 1, 44));
            assertThatThrownBy(() -> TreeEdge.read(tiles, 300))
                    .isInstanceOf(TileMissing.class)
                    .hasMessage("tile/0/001.p/44 of the tree of 300 leaves is not stored:"
                            + " restore it, or rebuild the tiles from the entries");
        }

        @Test
        void a_tile_that_is_cut_short_is_refused() {
            StoredTiles tiles = StoredTiles.ofTree(300, 300);
            tiles.replace(new TileId(0, 1, 44), new byte[43 * Hash.BYTES]);
            assertThatThrownBy(() -> TreeEdge.read(tiles, 300))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("tile/0/001.p/44 has 44 hashes");
        }

        @Test
        void an_altered_tile_shows_in_the_root() {
            StoredTiles tiles = StoredTiles.ofTree(300, 300);
            Hash root = TreeEdge.read(tiles, 300).root();
            List<Hash> altered = new ArrayList<>(Entries.leafHashes(256, 300));
            altered.set(43, Entries.leafHash(0));
            tiles.write(List.of(new Tile(new TileId(0, 1, 44), altered)));
            assertThat(TreeEdge.read(tiles, 300).root()).isNotEqualTo(root);
        }
    }

    @Nested
    class A_frontier {

        @Test
        void is_stored_and_resumed_without_tiles() {
            Frontier frontier =
                    TreeEdge.EMPTY.grownBy(Entries.leafHashes(1000)).edge().frontier();
            Frontier resumed = Frontier.parse(1000, frontier.bytes());
            assertThat(resumed).isEqualTo(frontier);
            assertThat(resumed.append(Entries.leafHash(1000)))
                    .isEqualTo(TreeEdge.EMPTY
                            .grownBy(Entries.leafHashes(1001))
                            .edge()
                            .frontier());
        }

        @Test
        void does_not_fit_another_size() {
            byte[] three = TreeEdge.EMPTY
                    .grownBy(Entries.leafHashes(3))
                    .edge()
                    .frontier()
                    .bytes();
            assertThatThrownBy(() -> Frontier.parse(4, three))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("found \"64 bytes\", but 4 leaves have 32");
            assertThatThrownBy(() -> new Frontier(4, List.of())).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new Frontier(-1, List.of())).isInstanceOf(OutsideTree.class);
        }
    }
}
