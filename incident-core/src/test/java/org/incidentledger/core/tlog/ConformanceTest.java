package org.incidentledger.core.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Vectors of other implementations, which are not part of this repository; see {@link Vectors}. */
class ConformanceTest {

    @Test
    void all_vectors_are_there() {
        assertThat(counts("rfc6962-8leaf.json")).isEqualTo("72 / 0");
        assertThat(counts("rfc6962-inclusion.json")).isEqualTo("6 / 92");
        assertThat(counts("tlog-tile-paths.json")).isEqualTo("17 / 15");
        assertThat(counts("signed-note.json")).isEqualTo("3 / 13");
        assertThat(counts("tlog-checkpoint-bodies.json")).isEqualTo("1 / 9");
        assertThat(counts("tlog-proof.json")).isEqualTo("3 / 7");
        assertThat(counts("checkpoint-cosigned-selfmade.json")).isEqualTo("1 / 1");
    }

    private static String counts(String file) {
        List<Boolean> failing = list(Vectors.read(file).path("cases"), ConformanceTest::mustFail)
                .toList();
        long mustFail = failing.stream().filter(f -> f).count();
        return failing.size() - mustFail + " / " + mustFail;
    }

    @Test
    void eight_leaves_have_the_published_hashes() {
        JsonNode vectors = Vectors.read("rfc6962-8leaf.json");
        List<Hash> row = leafHashes(vectors);
        for (JsonNode level : vectors.path("nodeHashesByLevel")) {
            assertThat(row).isEqualTo(list(level, ConformanceTest::hash).toList());
            row = pairs(row);
        }
        assertThat(list(vectors.path("rootsBySize"), ConformanceTest::hash))
                .isEqualTo(Stream.iterate(0, size -> size <= 8, size -> size + 1)
                        .map(size -> edge(vectors, size).root())
                        .toList());
        JsonNode single = vectors.path("singleHashes");
        assertThat(Rfc6962.EMPTY_ROOT).isEqualTo(hash(single.path("emptyRoot")));
        assertThat(Rfc6962.leafHash(new byte[0])).isEqualTo(hash(single.path("emptyLeaf")));
        assertThat(Rfc6962.leafHash("L123456".getBytes(UTF_8))).isEqualTo(hash(single.path("leaf_L123456(ascii)")));
    }

    @TestFactory
    Stream<DynamicTest> proofs_for_eight_leaves() {
        JsonNode vectors = Vectors.read("rfc6962-8leaf.json");
        return cases("rfc6962-8leaf.json", proof -> checkSmallProof(vectors, proof));
    }

    private static void checkSmallProof(JsonNode vectors, JsonNode proof) {
        List<Hash> hashes = list(proof.path("proof"), ConformanceTest::hash).toList();
        StoredTiles tiles = new StoredTiles();
        tiles.write(TreeEdge.EMPTY.grownBy(leafHashes(vectors)).tiles());
        if (proof.path("kind").asText().equals("inclusion")) {
            int index = proof.path("leafIdx").asInt();
            TiledTree tree = new TiledTree(tiles, proof.path("treeSize").asInt());
            assertThat(tree.inclusionProof(index).hashes()).isEqualTo(hashes);
            new InclusionProof(index, tree.size(), hashes).verify(tree.leafHash(index), tree.root());
        } else {
            TiledTree old = new TiledTree(tiles, proof.path("size1").asInt());
            TiledTree tree = new TiledTree(tiles, proof.path("size2").asInt());
            assertThat(tree.consistencyProof(old.size()).hashes()).isEqualTo(hashes);
            new ConsistencyProof(old.size(), tree.size(), hashes).verify(old.root(), tree.root());
        }
    }

    @TestFactory
    Stream<DynamicTest> inclusion_proofs() {
        return cases(
                "rfc6962-inclusion.json",
                proof -> new InclusionProof(
                                Long.parseUnsignedLong(proof.path("leafIdx").asText()),
                                Long.parseUnsignedLong(proof.path("treeSize").asText()),
                                list(proof.path("proof"), ConformanceTest::hash).toList())
                        .verify(hash(proof.path("leafHash")), hash(proof.path("root"))));
    }

    @TestFactory
    Stream<DynamicTest> tile_paths() {
        return cases("tlog-tile-paths.json", ConformanceTest::checkTilePath);
    }

    private static void checkTilePath(JsonNode vector) {
        TilePath parsed = TilePath.parse(vector.path("path").asText());
        if (vector.has("entriesForLeaf")) {
            assertThat(parsed)
                    .isEqualTo(BundleId.holding(
                            vector.path("leaf").asLong(),
                            vector.path("treeSize").asLong()));
            return;
        }
        int width =
                vector.path("width").asInt() == 0 ? 256 : vector.path("width").asInt();
        long index = vector.path("index").asLong();
        assertThat(parsed)
                .isEqualTo(
                        vector.has("entries")
                                ? new BundleId(index, width)
                                : new TileId(vector.path("level").asInt(), index, width));
        assertThat(parsed.path()).isEqualTo(vector.path("path").asText());
    }

    @Test
    void a_tree_of_70000_has_the_tiles_of_the_specification() {
        JsonNode expected = Vectors.read("tlog-tile-paths.json").path("spec_example_70000_leaves");
        List<TileId> tiles = TileId.writtenByGrowth(0, 70_000);
        for (int level = 0; level <= 2; level++) {
            int at = level;
            List<TileId> row = tiles.stream().filter(id -> id.level() == at).toList();
            long full = row.stream().filter(TileId::isFull).count();
            assertThat(full).isEqualTo(expected.path("level" + level + "_full").asInt());
            assertThat(row.getLast().width())
                    .isEqualTo(expected.path("level" + level + "_partial").asInt());
        }
    }

    @TestFactory
    Stream<DynamicTest> signed_notes() {
        return cases(
                "signed-note.json",
                vector -> assertThat(SignedNote.parse(note(vector))
                                .verify(keys(vector))
                                .signatures())
                        .hasSize(vector.path("verified").asInt()));
    }

    @TestFactory
    Stream<DynamicTest> verifier_keys_that_are_none() {
        return list(Vectors.read("signed-note.json").path("badVkeys"), JsonNode::asText)
                .map(key -> dynamicTest(key, () -> assertRefused(() -> VerifierKey.parse(key))));
    }

    @Test
    void a_note_is_signed_to_the_byte() {
        JsonNode vector = Vectors.read("signed-note.json").path("signVector");
        Ed25519Signer signer = Ed25519Signer.parse(vector.path("skey").asText());
        assertThat(SignedNote.sign(vector.path("text").asText(), signer).format())
                .isEqualTo(vector.path("want").asText());
        assertThat(signer.secret()).isEqualTo(vector.path("skey").asText());
    }

    @TestFactory
    Stream<DynamicTest> checkpoint_bodies() {
        return cases(
                "tlog-checkpoint-bodies.json",
                vector -> assertThat(
                                Checkpoint.parse(vector.path("body").asText()).text())
                        .isEqualTo(vector.path("body").asText()));
    }

    @TestFactory
    Stream<DynamicTest> proof_files() {
        return cases("tlog-proof.json", vector -> {
            TlogProof proof = TlogProof.parse(vector.path("proof").asText());
            assertThat(proof.leafIndex()).isEqualTo(vector.path("index").asLong());
            assertThat(proof.hashes())
                    .isEqualTo(
                            list(vector.path("hashes"), ConformanceTest::hash).toList());
            assertThat(proof.checkpoint()).isEqualTo(vector.path("checkpoint").asText());
            assertThat(proof.extra()
                            .map(extra -> new String(extra.bytes(), UTF_8))
                            .orElse(""))
                    .isEqualTo(vector.path("extra").asText());
            assertThat(proof.format()).isEqualTo(vector.path("proof").asText());
        });
    }

    @TestFactory
    Stream<DynamicTest> cosigned_checkpoints() {
        return cases("checkpoint-cosigned-selfmade.json", vector -> {
            List<VerifierKey> keys = keys(vector);
            TrustedLog log = new TrustedLog("ledger.example/incidents", keys.get(0), keys.subList(1, 2), 1);
            VerifiedNote verified = log.verify(note(vector)).note();
            assertThat(verified.signatures()).hasSize(vector.path("verified").asInt());
            assertThat(verified.signatures().get(1).cosignedAtSeconds())
                    .hasValue(vector.path("time").asLong());
            byte[] seed = HexFormat.of().parseHex(vector.path("seedHex").asText());
            CosignatureSigner witness = CosignatureSigner.ofSeed(
                    keys.get(1).name(),
                    seed,
                    () -> Instant.ofEpochSecond(vector.path("time").asLong()));
            assertThat(witness.sign(verified.text()))
                    .isEqualTo(verified.note().signatures().get(1));
        });
    }

    @FunctionalInterface
    private interface Check {
        void run(JsonNode vector);
    }

    private static Stream<DynamicTest> cases(String file, Check check) {
        return list(Vectors.read(file).path("cases"), vector -> {
            ThrowingCallable run = () -> check.run(vector);
            return dynamicTest(name(vector), () -> {
                if (mustFail(vector)) {
                    assertRefused(run);
                } else {
                    run.call();
                }
            });
        });
    }

    private static void assertRefused(ThrowingCallable run) {
        assertThatThrownBy(run).isInstanceOf(TlogException.class);
    }

    private static boolean mustFail(JsonNode vector) {
        return vector.path("mustFail").asBoolean()
                || vector.path("strictC2SPFail").asBoolean();
    }

    private static String name(JsonNode vector) {
        String all = vector.path("id").asText(vector.path("desc").asText(vector.toString()));
        return all.substring(0, Math.min(all.length(), 90));
    }

    private static byte[] note(JsonNode vector) {
        return vector.has("noteHex")
                ? HexFormat.of().parseHex(vector.path("noteHex").asText())
                : vector.path("note").asText().getBytes(UTF_8);
    }

    private static List<VerifierKey> keys(JsonNode vector) {
        return list(vector.path("vkeys"), key -> VerifierKey.parse(key.asText()))
                .toList();
    }

    private static Hash hash(JsonNode hex) {
        return Hash.ofHex(hex.asText());
    }

    private static TreeEdge edge(JsonNode vectors, int size) {
        return TreeEdge.EMPTY.grownBy(leafHashes(vectors).subList(0, size)).edge();
    }

    private static List<Hash> leafHashes(JsonNode vectors) {
        return list(
                        vectors.path("leafInputs"),
                        leaf -> Rfc6962.leafHash(HexFormat.of().parseHex(leaf.asText())))
                .toList();
    }

    private static List<Hash> pairs(List<Hash> row) {
        List<Hash> above = new ArrayList<>();
        for (int i = 0; i + 1 < row.size(); i += 2) {
            above.add(Rfc6962.nodeHash(row.get(i), row.get(i + 1)));
        }
        return above;
    }

    private static <T> Stream<T> list(JsonNode array, Function<JsonNode, T> each) {
        return StreamSupport.stream(array.spliterator(), false).map(each);
    }
}
