package org.incidentledger.core.tlog;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;
import org.incidentledger.core.tlog.TlogException.OutsideTree;

/**
 * The least that must be known of a tree to go on appending to it: the roots of the perfect subtrees that make it up,
 * from left to right, each smaller than the one before. A tree of 13 leaves has those over 8, 4 and 1.
 *
 * <p>A value: appending gives another frontier, so a group of appends that fails leaves nothing to undo. An append
 * hashes once on average and 63 times at most.
 *
 * @param size the number of leaves, 0 to 2^63 − 1
 * @param peaks one hash for each bit that is set in {@code size}, highest first
 */
public record Frontier(long size, List<Hash> peaks) {

    private static final StrictFormat FORMAT =
            new StrictFormat("frontier", "rebuild it from the tiles of the last signed checkpoint");

    /** The frontier of the tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    /** Hears of each perfect subtree at the moment its last leaf is appended. */
    interface Closed {

        /** The {@code index}-th subtree with 2^{@code height} leaves, where a leaf has height 0. */
        void subtree(int height, long index, Hash root);
    }

    /**
     * Checks the components.
     *
     * @throws OutsideTree when the size is negative
     * @throws Malformed when the peaks are not as many as the bits set in it
     */
    public Frontier {
        TreeBounds.requireSize(size);
        peaks = List.copyOf(peaks);
        int expected = Long.bitCount(size);
        if (peaks.size() != expected) {
            throw FORMAT.malformed(peaks.size() + " peaks", size + " leaves have " + expected);
        }
    }

    /**
     * Reads what {@link #bytes()} gave for a tree of that size.
     *
     * @throws OutsideTree when the size is negative
     * @throws Malformed when the length does not fit it
     */
    public static Frontier parse(long size, byte[] bytes) {
        TreeBounds.requireSize(size);
        int expected = Long.bitCount(size) * Hash.BYTES;
        FORMAT.require(bytes.length == expected, bytes.length + " bytes", size + " leaves have " + expected);
        return new Frontier(size, HashRow.split(bytes, Long.bitCount(size)));
    }

    /** The peaks one after the other, 32 bytes each, without the size. */
    public byte[] bytes() {
        return HashRow.concatenate(peaks);
    }

    /** The frontier after one more leaf; see {@link Rfc6962#leafHash(byte[])}. */
    public Frontier append(Hash leafHash) {
        return append(leafHash, (height, index, root) -> {});
    }

    Frontier append(Hash leafHash, Closed closed) {
        List<Hash> grown = new ArrayList<>(peaks);
        Hash root = leafHash;
        int height = 0;
        closed.subtree(height, size, root);
        while (hasPeakOver(height)) {
            root = Rfc6962.nodeHash(grown.removeLast(), root);
            height++;
            closed.subtree(height, size >> height, root);
        }
        grown.add(root);
        return new Frontier(size + 1, grown);
    }

    private boolean hasPeakOver(int height) {
        return (size >> height & 1) == 1;
    }

    /** The root of the tree, RFC 6962 §2.1. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return Rfc6962.EMPTY_ROOT;
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Rfc6962.nodeHash(peaks.get(i), root);
        }
        return root;
    }
}
