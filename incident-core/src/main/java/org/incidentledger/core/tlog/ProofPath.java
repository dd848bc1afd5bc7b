package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.List;

/** The hashes of proofs, by the recursions of RFC 6962 §2.1.1 and §2.1.2. Arguments have been checked by the caller. */
final class ProofPath {

    private final SubtreeRoots roots;
    private final List<Hash> path = new ArrayList<>();

    private ProofPath(SubtreeRoots roots) {
        this.roots = roots;
    }

    static List<Hash> inclusion(SubtreeRoots roots, long index, long size) {
        ProofPath proof = new ProofPath(roots);
        proof.toLeaf(index, 0, size);
        return proof.path;
    }

    static List<Hash> consistency(SubtreeRoots roots, long oldSize, long newSize) {
        ProofPath proof = new ProofPath(roots);
        if (oldSize > 0) {
            proof.toEnd(oldSize, 0, newSize);
        }
        return proof.path;
    }

    /** PATH(index − from, D[from:to]), bottom up. */
    private void toLeaf(long index, long from, long to) {
        if (to - from == 1) {
            return;
        }
        long middle = middle(from, to);
        if (index < middle) {
            toLeaf(index, from, middle);
            path.add(roots.range(middle, to));
        } else {
            toLeaf(index, middle, to);
            path.add(roots.range(from, middle));
        }
    }

    /** SUBPROOF(end − from, D[from:to], from = 0), bottom up. A verifier knows the old root, so it is left out. */
    private void toEnd(long end, long from, long to) {
        if (end == to) {
            if (from > 0) {
                path.add(roots.range(from, to));
            }
            return;
        }
        long middle = middle(from, to);
        if (end <= middle) {
            toEnd(end, from, middle);
            path.add(roots.range(middle, to));
        } else {
            toEnd(end, middle, to);
            path.add(roots.range(from, middle));
        }
    }

    /** Where the range splits: after the largest power of two that is smaller than its length. */
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }
}
