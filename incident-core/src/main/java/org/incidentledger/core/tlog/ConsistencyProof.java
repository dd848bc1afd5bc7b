package org.incidentledger.core.tlog;

import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.Rejected;

/**
 * A proof that a tree begins with the leaves of an older one (RFC 6962 §2.1.2).
 *
 * @param oldSize unsigned, at most {@code newSize}
 * @param newSize unsigned number of leaves
 * @param hashes none when the sizes are equal or the old tree is empty; otherwise exactly as many as the sizes require
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {

    private static final StrictFormat FORMAT =
            new StrictFormat("consistency proof", "ask the log for the proof between these two checkpoints");

    /**
     * Checks the components.
     *
     * @throws Malformed when the new tree is smaller than the old one or the hashes are too few or too many
     */
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
        String sizes = Long.toUnsignedString(oldSize) + " to " + Long.toUnsignedString(newSize);
        FORMAT.require(Long.compareUnsigned(oldSize, newSize) <= 0, sizes, "a log never shrinks");
        int expected = expectedHashes(oldSize, newSize);
        FORMAT.require(
                hashes.size() == expected, hashes.size() + " hashes", sizes + " is proved by exactly " + expected);
    }

    /**
     * Returns when the tree with the new root begins with the leaves of the one with the old root.
     *
     * @throws Rejected when that is not proved
     */
    public void verify(Hash oldRoot, Hash newRoot) {
        if (oldSize == 0) {
            requireRoot(oldSize, Rfc6962.EMPTY_ROOT, oldRoot);
        }
        if (oldSize == newSize) {
            requireRoot(newSize, oldRoot, newRoot);
        } else if (oldSize != 0) {
            climb(oldRoot, newRoot);
        }
    }

    private void climb(Hash oldRoot, Hash newRoot) {
        boolean oldIsPerfect = isPerfect(oldSize);
        Hash seed = oldIsPerfect ? oldRoot : hashes.getFirst();
        List<Hash> path = oldIsPerfect ? hashes : hashes.subList(1, hashes.size());
        ProofShape shape = shape(oldSize, newSize);
        long position = (oldSize - 1) >>> Long.numberOfTrailingZeros(oldSize);
        requireRoot(oldSize, shape.climbLeftOnly(seed, position, path), oldRoot);
        requireRoot(newSize, shape.climb(seed, position, path), newRoot);
    }

    private void requireRoot(long size, Hash proved, Hash root) {
        if (!proved.equals(root)) {
            throw new Rejected(
                    ("Consistency of %s with %s leaves: the proof leads to root %s at size %s, but %s was given;"
                                    + " keep both checkpoints, the log may have shown two histories")
                            .formatted(
                                    Long.toUnsignedString(oldSize),
                                    Long.toUnsignedString(newSize),
                                    proved,
                                    Long.toUnsignedString(size),
                                    root));
        }
    }

    private static int expectedHashes(long oldSize, long newSize) {
        if (oldSize == 0 || oldSize == newSize) {
            return 0;
        }
        return shape(oldSize, newSize).steps() + (isPerfect(oldSize) ? 0 : 1);
    }

    /** The climb from the largest perfect subtree that ends where the old tree ends. */
    private static ProofShape shape(long oldSize, long newSize) {
        ProofShape fromLeaf = ProofShape.of(oldSize - 1, newSize);
        return new ProofShape(fromLeaf.inner() - Long.numberOfTrailingZeros(oldSize), fromLeaf.border());
    }

    private static boolean isPerfect(long size) {
        return Long.bitCount(size) == 1;
    }
}
