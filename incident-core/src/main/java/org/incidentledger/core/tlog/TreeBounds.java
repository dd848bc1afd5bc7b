package org.incidentledger.core.tlog;

import org.incidentledger.core.tlog.TlogException.OutsideTree;

/** The limits of trees that this package builds and reads: 0 to 2^63 − 1 leaves. Proofs are checked up to 2^64 − 1. */
final class TreeBounds {

    private TreeBounds() {}

    static void requireSize(long size) {
        if (size < 0) {
            throw new OutsideTree("A tree of %s leaves is beyond 2^63 - 1, the most that is read: check the size"
                    .formatted(Long.toUnsignedString(size)));
        }
    }

    static void requireLeaf(long index, long size) {
        requireSize(size);
        if (index < 0 || index >= size) {
            throw new OutsideTree("Leaf %s is not in a tree of %d leaves: ask for one below %d"
                    .formatted(Long.toUnsignedString(index), size, size));
        }
    }
}
