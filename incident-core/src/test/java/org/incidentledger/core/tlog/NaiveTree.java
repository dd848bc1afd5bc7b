package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The definitions of RFC 6962 §2.1, word for word, over a list of leaf hashes. */
final class NaiveTree {

    private record Range(int from, int to) {}

    private final List<Hash> leaves;
    private final Map<Range, Hash> known = new HashMap<>();

    NaiveTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    Hash root(int size) {
        return size == 0 ? Rfc6962.EMPTY_ROOT : mth(0, size);
    }

    List<Hash> inclusion(int index, int size) {
        return path(index, 0, size);
    }

    List<Hash> consistency(int oldSize, int newSize) {
        return oldSize == 0 ? List.of() : subproof(oldSize, 0, newSize, true);
    }

    private Hash mth(int from, int to) {
        Range range = new Range(from, to);
        Hash hash = known.get(range);
        if (hash == null) {
            int k = from + split(to - from);
            hash = to - from == 1 ? leaves.get(from) : Rfc6962.nodeHash(mth(from, k), mth(k, to));
            known.put(range, hash);
        }
        return hash;
    }

    private List<Hash> path(int m, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int k = split(to - from);
        List<Hash> path = m < k ? path(m, from, from + k) : path(m - k, from + k, to);
        path.add(m < k ? mth(from + k, to) : mth(from, from + k));
        return path;
    }

    private List<Hash> subproof(int m, int from, int to, boolean complete) {
        if (m == to - from) {
            return new ArrayList<>(complete ? List.of() : List.of(mth(from, to)));
        }
        int k = split(to - from);
        List<Hash> proof = m <= k ? subproof(m, from, from + k, complete) : subproof(m - k, from + k, to, false);
        proof.add(m <= k ? mth(from + k, to) : mth(from, from + k));
        return proof;
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }
}
