package org.incidentledger.core.verification;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the entries of each stream within a fixed amount of memory. Streams are told apart by 64 random-looking bits of their
 * names. When there are more than fit, those of one half of all such bits are put off to a further pass over the entries, and
 * again, until the rest fits.
 */
final class StreamLengths {
    private static final int FIRST_SLOTS = 1 << 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Which streams a pass counts: those whose lowest bits are these. */
    private record Share(int bits, long value) {
        boolean has(long print) {
            return (print & (1L << bits) - 1) == value;
        }
    }

    private final int mostStreams;
    private final long seed = RANDOM.nextLong();
    private final Deque<Share> putOff = new ArrayDeque<>();
    private Share share = new Share(0, 0);
    private long[] prints = new long[FIRST_SLOTS];
    private int[] lengths = new int[FIRST_SLOTS];
    private int used;
    private long counted;

    /** @param mostStreams that are counted in one pass; each takes up to 24 bytes */
    StreamLengths(int mostStreams) {
        this.mostStreams = mostStreams;
    }

    /**
     * Counts one more entry of a stream.
     *
     * @return how many there were before, or -1 when this pass does not count the stream
     */
    long next(String stream) {
        long print = print(stream);
        if (!share.has(print)) {
            return -1;
        }
        int slot = slot(print);
        if (lengths[slot] == 0) {
            makeRoom();
            if (!share.has(print)) {
                return -1;
            }
            slot = slot(print);
            prints[slot] = print;
            used++;
        }
        return lengths[slot]++;
    }

    /** Whether streams were put off; then the entries must be gone through once more. */
    boolean hasMore() {
        return !putOff.isEmpty();
    }

    /** Begins the next pass. */
    void nextPass() {
        counted += used;
        share = putOff.pop();
        prints = new long[FIRST_SLOTS];
        lengths = new int[FIRST_SLOTS];
        used = 0;
    }

    /** How many streams there are, once no pass is left. */
    long streams() {
        return counted + used;
    }

    private void makeRoom() {
        while (used >= mostStreams) {
            long otherHalf = share.value | 1L << share.bits;
            putOff.push(new Share(share.bits + 1, otherHalf));
            share = new Share(share.bits + 1, share.value);
            fill(prints.length);
        }
        if (used >= prints.length / 2) {
            fill(prints.length * 2);
        }
    }

    /** Moves what this pass still counts to new tables. */
    private void fill(int slots) {
        long[] oldPrints = prints;
        int[] oldLengths = lengths;
        prints = new long[slots];
        lengths = new int[slots];
        used = 0;
        for (int i = 0; i < oldPrints.length; i++) {
            if (oldLengths[i] > 0 && share.has(oldPrints[i])) {
                int slot = slot(oldPrints[i]);
                prints[slot] = oldPrints[i];
                lengths[slot] = oldLengths[i];
                used++;
            }
        }
    }

    /** Where a stream is, or the free slot where it would be. A slot is free when its length is 0. */
    private int slot(long print) {
        int mask = prints.length - 1;
        int slot = (int) (print >>> Integer.SIZE) & mask;
        while (lengths[slot] != 0 && prints[slot] != print) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private long print(String stream) {
        long print = seed;
        for (int i = 0; i < stream.length(); i++) {
            print = (print ^ stream.charAt(i)) * 0x9E37_79B9_7F4A_7C15L;
            print ^= print >>> 29;
        }
        print = (print ^ print >>> 32) * 0xBF58_476D_1CE4_E5B9L;
        return print ^ print >>> 31;
    }
}
