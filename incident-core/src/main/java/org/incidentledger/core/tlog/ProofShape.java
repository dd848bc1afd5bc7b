package org.incidentledger.core.tlog;

import java.util.List;

/**
 * The climb from a leaf to the root. For its first {@code inner} steps the leaf's neighbour may be on either side; the
 * {@code border} steps after them go along the right edge of the tree, where the neighbour is always on the left.
 * Sizes and indices are unsigned 64-bit numbers.
 */
record ProofShape(int inner, int border) {

    /** @param index less than {@code size}, both unsigned */
    static ProofShape of(long index, long size) {
        int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
        int border = inner == Long.SIZE ? 0 : Long.bitCount(index >>> inner);
        return new ProofShape(inner, border);
    }

    int steps() {
        return inner + border;
    }

    /** The root over {@code seed}, the node at {@code position} in its row. */
    Hash climb(Hash seed, long position, List<Hash> path) {
        Hash hash = seed;
        for (int step = 0; step < inner; step++) {
            Hash neighbour = path.get(step);
            hash = isRight(position, step) ? Rfc6962.nodeHash(neighbour, hash) : Rfc6962.nodeHash(hash, neighbour);
        }
        return climbBorder(hash, path);
    }

    /** The root over only what lies left of {@code seed}, and {@code seed}: right neighbours are passed over. */
    Hash climbLeftOnly(Hash seed, long position, List<Hash> path) {
        Hash hash = seed;
        for (int step = 0; step < inner; step++) {
            hash = isRight(position, step) ? Rfc6962.nodeHash(path.get(step), hash) : hash;
        }
        return climbBorder(hash, path);
    }

    private Hash climbBorder(Hash seed, List<Hash> path) {
        Hash hash = seed;
        for (Hash neighbour : path.subList(inner, steps())) {
            hash = Rfc6962.nodeHash(neighbour, hash);
        }
        return hash;
    }

    private static boolean isRight(long position, int step) {
        return (position >>> step & 1) == 1;
    }
}
