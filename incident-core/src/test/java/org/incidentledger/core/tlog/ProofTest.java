package org.incidentledger.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.OutsideTree;
import org.incidentledger.core.tlog.TlogException.Rejected;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {

    private static final int ALL_SIZES = 130;
    private static final int REFUSED_SIZES = 34;

    @Nested
    class For_every_small_tree {

        private final NaiveTree naive = new NaiveTree(Entries.leafHashes(ALL_SIZES));
        private final StoredTiles tiles = StoredTiles.ofTree(ALL_SIZES, 7);

        @Test
        void inclusion_of_each_leaf_is_that_of_the_definition_and_verifies() {
            for (int size = 0; size <= ALL_SIZES; size++) {
                TiledTree tree = new TiledTree(tiles, size);
                assertThat(tree.root()).isEqualTo(naive.root(size));
                for (int index = 0; index < size; index++) {
                    InclusionProof proof = tree.inclusionProof(index);
                    assertThat(proof.hashes()).isEqualTo(naive.inclusion(index, size));
                    proof.verify(tree.leafHash(index), naive.root(size));
                    if (size <= REFUSED_SIZES) {
                        refuses(proof, naive.root(size));
                    }
                }
            }
        }

        @Test
        void consistency_with_each_older_tree_is_that_of_the_definition_and_verifies() {
            for (int size = 0; size <= ALL_SIZES; size++) {
                TiledTree tree = new TiledTree(tiles, size);
                for (int old = 0; old <= size; old++) {
                    ConsistencyProof proof = tree.consistencyProof(old);
                    assertThat(proof.hashes()).isEqualTo(naive.consistency(old, size));
                    proof.verify(naive.root(old), naive.root(size));
                    if (size <= REFUSED_SIZES) {
                        refuses(proof, naive.root(old), naive.root(size));
                    }
                }
            }
        }

        private static void refuses(InclusionProof proof, Hash root) {
            Hash leaf = Entries.leafHash((int) proof.leafIndex());
            Hash other = Entries.leafHash(ALL_SIZES + 1);
            assertThatThrownBy(() -> proof.verify(other, root)).isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> proof.verify(leaf, other)).isInstanceOf(Rejected.class);
            for (List<Hash> altered : eachHashReplaced(proof.hashes(), other)) {
                assertThatThrownBy(() ->
                                new InclusionProof(proof.leafIndex(), proof.treeSize(), altered).verify(leaf, root))
                        .isInstanceOf(Rejected.class);
            }
            for (List<Hash> resized : oneMoreAndOneLess(proof.hashes())) {
                assertThatThrownBy(() -> new InclusionProof(proof.leafIndex(), proof.treeSize(), resized))
                        .isInstanceOf(Malformed.class);
            }
        }

        private static void refuses(ConsistencyProof proof, Hash oldRoot, Hash newRoot) {
            Hash other = Entries.leafHash(ALL_SIZES + 1);
            assertThatThrownBy(() -> proof.verify(other, newRoot)).isInstanceOf(Rejected.class);
            if (proof.oldSize() > 0) {
                assertThatThrownBy(() -> proof.verify(oldRoot, other)).isInstanceOf(Rejected.class);
            }
            for (List<Hash> altered : eachHashReplaced(proof.hashes(), other)) {
                assertThatThrownBy(() -> new ConsistencyProof(proof.oldSize(), proof.newSize(), altered)
                                .verify(oldRoot, newRoot))
                        .isInstanceOf(Rejected.class);
            }
            for (List<Hash> resized : oneMoreAndOneLess(proof.hashes())) {
                assertThatThrownBy(() -> new ConsistencyProof(proof.oldSize(), proof.newSize(), resized))
                        .isInstanceOf(Malformed.class);
            }
        }

        private static List<List<Hash>> eachHashReplaced(List<Hash> hashes, Hash by) {
            List<List<Hash>> all = new ArrayList<>();
            for (int i = 0; i < hashes.size(); i++) {
                List<Hash> altered = new ArrayList<>(hashes);
                altered.set(i, by);
                all.add(altered);
            }
            return all;
        }

        private static List<List<Hash>> oneMoreAndOneLess(List<Hash> hashes) {
            List<Hash> more = new ArrayList<>(hashes);
            more.add(Rfc6962.EMPTY_ROOT);
            return hashes.isEmpty() ? List.of(more) : List.of(more, hashes.subList(1, hashes.size()));
        }
    }

    @Nested
    class From_tiles_of_several_levels {

        private static final int LARGEST = 131_400;
        private static final NaiveTree NAIVE = new NaiveTree(Entries.leafHashes(LARGEST));
        private static final StoredTiles TILES = StoredTiles.ofTree(LARGEST, 999);

        @ParameterizedTest
        @ValueSource(
                ints = {
                    255, 256, 257, 511, 512, 513, 1000, 65_279, 65_535, 65_536, 65_537, 65_792, 65_793, 131_072,
                    131_073, LARGEST
                })
        void proofs_are_those_of_the_definition(int size) {
            TiledTree tree = new TiledTree(TILES, size);
            Hash root = NAIVE.root(size);
            assertThat(tree.root()).isEqualTo(root);
            for (int place : places(size)) {
                ConsistencyProof consistency = tree.consistencyProof(place);
                assertThat(consistency.hashes()).isEqualTo(NAIVE.consistency(place, size));
                consistency.verify(NAIVE.root(place), root);
                if (place < size) {
                    InclusionProof inclusion = tree.inclusionProof(place);
                    assertThat(inclusion.hashes()).isEqualTo(NAIVE.inclusion(place, size));
                    inclusion.verify(Entries.leafHash(place), root);
                }
            }
        }

        private static List<Integer> places(int size) {
            return List.of(
                            0, 1, 127, 254, 255, 256, 257, 512, 513, 65_279, 65_535, 65_536, 65_537, 65_793, size - 1,
                            size)
                    .stream()
                    .filter(place -> place <= size)
                    .toList();
        }

        @Test
        void each_tile_is_read_once_for_a_proof() {
            StoredTiles tiles = StoredTiles.ofTree(70_000, 5000);
            new TiledTree(tiles, 70_000).inclusionProof(12_345);
            assertThat(tiles.reads()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(5);
        }
    }

    @Nested
    class Beyond_what_trees_hold {

        @Test
        void questions_outside_the_tree_are_refused() {
            TiledTree tree = new TiledTree(StoredTiles.ofTree(8, 8), 8);
            assertThatThrownBy(() -> tree.inclusionProof(8)).isInstanceOf(OutsideTree.class);
            assertThatThrownBy(() -> tree.inclusionProof(-1)).isInstanceOf(OutsideTree.class);
            assertThatThrownBy(() -> tree.leafHash(8)).isInstanceOf(OutsideTree.class);
            assertThatThrownBy(() -> tree.consistencyProof(-1)).isInstanceOf(OutsideTree.class);
            assertThatThrownBy(() -> tree.consistencyProof(9))
                    .isInstanceOf(OutsideTree.class)
                    .hasMessage("A tree of 8 leaves cannot continue one of 9: ask with an older size");
            assertThatThrownBy(() -> new TiledTree(id -> Optional.empty(), -1))
                    .isInstanceOf(OutsideTree.class)
                    .hasMessageContaining("18446744073709551615");
        }

        @Test
        void an_index_that_is_not_below_the_size_proves_nothing() {
            assertThatThrownBy(() -> new InclusionProof(0, 0, List.of())).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new InclusionProof(8, 8, List.of())).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new InclusionProof(-1, 8, List.of()))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("\"18446744073709551615\", but leaves have indices below size 8");
            assertThatThrownBy(() -> new ConsistencyProof(-1, 8, List.of())).isInstanceOf(Malformed.class);
        }

        @Test
        void equal_sizes_need_equal_roots_and_nothing_else() {
            Hash root = Entries.leafHash(0);
            ConsistencyProof proof = new ConsistencyProof(1, 1, List.of());
            assertThatCode(() -> proof.verify(root, root)).doesNotThrowAnyException();
            assertThatThrownBy(() -> proof.verify(root, Entries.leafHash(1))).isInstanceOf(Rejected.class);
        }

        @Test
        void every_tree_continues_the_empty_one_which_has_one_root() {
            ConsistencyProof proof = new ConsistencyProof(0, 9, List.of());
            Hash any = Entries.leafHash(0);
            assertThatCode(() -> proof.verify(Rfc6962.EMPTY_ROOT, any)).doesNotThrowAnyException();
            assertThatThrownBy(() -> proof.verify(any, any)).isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> new ConsistencyProof(0, 0, List.of()).verify(any, any))
                    .isInstanceOf(Rejected.class);
        }
    }
}
