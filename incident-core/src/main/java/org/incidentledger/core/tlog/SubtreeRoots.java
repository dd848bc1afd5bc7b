package org.incidentledger.core.tlog;

/** The roots of ranges of leaves, from those of perfect subtrees. */
@FunctionalInterface
interface SubtreeRoots {

    /** The root of the {@code index}-th perfect subtree over 2^height leaves. */
    Hash perfect(int height, long index);

    /**
     * MTH(D[from:to]) of RFC 6962 §2.1, for a range that occurs in that recursion: {@code from} is a multiple of the
     * smallest power of two that is not less than the range's length.
     */
    default Hash range(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int height = Long.numberOfTrailingZeros(leaves);
            return perfect(height, from >> height);
        }
        long middle = from + Long.highestOneBit(leaves);
        return Rfc6962.nodeHash(range(from, middle), range(middle, to));
    }
}
