package org.incidentledger.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.incidentledger.core.tlog.Rfc9162Verifier.Roots;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.Rejected;
import org.junit.jupiter.api.Test;

/** Verification over the whole range of unsigned 64-bit sizes, against a second verifier. */
class LargeProofTest {

    private static final int ROUNDS = 300;

    @Test
    void inclusion_is_judged_as_by_a_second_verifier() {
        Random random = Seeded.random("inclusion_is_judged_as_by_a_second_verifier");
        for (int round = 0; round < ROUNDS; round++) {
            long size = atLeast(1, anyNumber(random));
            long index = Long.remainderUnsigned(anyNumber(random), size);
            List<Hash> path = hashes(random, stepsOfInclusion(index, size));
            Hash leaf = Seeded.hash(random);
            Hash root = Rfc9162Verifier.inclusionRoot(big(index), big(size), leaf, path)
                    .orElseThrow();
            InclusionProof proof = new InclusionProof(index, size, path);
            proof.verify(leaf, root);
            assertThatThrownBy(() -> proof.verify(leaf, Seeded.hash(random))).isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> new InclusionProof(index, size, hashes(random, path.size() + 1)))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void consistency_is_judged_as_by_a_second_verifier() {
        Random random = Seeded.random("consistency_is_judged_as_by_a_second_verifier");
        for (int round = 0; round < ROUNDS; round++) {
            long newSize = atLeast(2, anyNumber(random));
            long oldSize = atLeast(1, Long.remainderUnsigned(anyNumber(random), newSize));
            List<Hash> path = hashes(random, stepsOfConsistency(oldSize, newSize));
            Roots roots = Rfc9162Verifier.consistencyRoots(big(oldSize), big(newSize), Seeded.hash(random), path)
                    .orElseThrow();
            ConsistencyProof proof = new ConsistencyProof(oldSize, newSize, path);
            proof.verify(roots.oldRoot(), roots.newRoot());
            assertThatThrownBy(() -> proof.verify(roots.oldRoot(), Seeded.hash(random)))
                    .isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> proof.verify(Seeded.hash(random), roots.newRoot()))
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void the_largest_sizes_are_unsigned() {
        List<Hash> path = hashes(new Random(1), 64);
        Hash leaf = Entries.leafHash(0);
        assertThat(Rfc9162Verifier.inclusionRoot(big(-2), big(-1), leaf, path)).isEmpty();
        Hash root = Rfc9162Verifier.inclusionRoot(big(0), big(-1), leaf, path).orElseThrow();
        new InclusionProof(0, -1, path).verify(leaf, root);
    }

    /** Counts by trying, so that the number is the second verifier's. */
    private static int stepsOfInclusion(long index, long size) {
        return IntStream.rangeClosed(0, 64)
                .filter(steps -> Rfc9162Verifier.inclusionRoot(big(index), big(size), Rfc6962.EMPTY_ROOT, same(steps))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static int stepsOfConsistency(long oldSize, long newSize) {
        return IntStream.rangeClosed(0, 65)
                .filter(steps -> Rfc9162Verifier.consistencyRoots(
                                big(oldSize), big(newSize), Rfc6962.EMPTY_ROOT, same(steps))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static List<Hash> same(int count) {
        return IntStream.range(0, count).mapToObj(i -> Rfc6962.EMPTY_ROOT).toList();
    }

    private static List<Hash> hashes(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> Seeded.hash(random)).toList();
    }

    /** Of any magnitude, often a power of two or next to one. */
    private static long anyNumber(Random random) {
        long power = 1L << random.nextInt(64);
        return switch (random.nextInt(4)) {
            case 0 -> power;
            case 1 -> power - 1;
            case 2 -> power + 1;
            default -> random.nextLong() >>> random.nextInt(64);
        };
    }

    private static long atLeast(long least, long number) {
        return Long.compareUnsigned(number, least) < 0 ? least : number;
    }

    private static BigInteger big(long unsigned) {
        return new BigInteger(Long.toUnsignedString(unsigned));
    }
}
