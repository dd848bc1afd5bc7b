package org.incidentledger.core.tlog;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A second verifier, by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2 on numbers without bounds: it shares no line
 * with the one under test. Both methods answer nothing when the number of hashes is wrong.
 */
final class Rfc9162Verifier {

    /** The roots that a consistency proof implies. */
    record Roots(Hash oldRoot, Hash newRoot) {}

    private Rfc9162Verifier() {}

    static Optional<Hash> inclusionRoot(BigInteger index, BigInteger size, Hash leaf, List<Hash> proof) {
        BigInteger fn = index;
        BigInteger sn = size.subtract(BigInteger.ONE);
        Hash r = leaf;
        for (Hash p : proof) {
            if (sn.signum() == 0) {
                return Optional.empty();
            }
            if (fn.testBit(0) || fn.equals(sn)) {
                r = Rfc6962.nodeHash(p, r);
                int shift = fn.testBit(0) ? 0 : fn.getLowestSetBit();
                fn = fn.shiftRight(shift);
                sn = sn.shiftRight(shift);
            } else {
                r = Rfc6962.nodeHash(r, p);
            }
            fn = fn.shiftRight(1);
            sn = sn.shiftRight(1);
        }
        return sn.signum() == 0 ? Optional.of(r) : Optional.empty();
    }

    /** For {@code 0 < oldSize < newSize}; the old root is needed when the old size is a power of two. */
    static Optional<Roots> consistencyRoots(BigInteger oldSize, BigInteger newSize, Hash oldRoot, List<Hash> proof) {
        Deque<Hash> path = new ArrayDeque<>(proof);
        if (oldSize.bitCount() == 1) {
            path.addFirst(oldRoot);
        }
        BigInteger fn = oldSize.subtract(BigInteger.ONE);
        BigInteger sn = newSize.subtract(BigInteger.ONE);
        int ones = fn.not().getLowestSetBit();
        fn = fn.shiftRight(ones);
        sn = sn.shiftRight(ones);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Hash fr = path.removeFirst();
        Hash sr = fr;
        for (Hash c : path) {
            if (sn.signum() == 0) {
                return Optional.empty();
            }
            if (fn.testBit(0) || fn.equals(sn)) {
                fr = Rfc6962.nodeHash(c, fr);
                sr = Rfc6962.nodeHash(c, sr);
                while (!fn.testBit(0) && fn.signum() != 0) {
                    fn = fn.shiftRight(1);
                    sn = sn.shiftRight(1);
                }
            } else {
                sr = Rfc6962.nodeHash(sr, c);
            }
            fn = fn.shiftRight(1);
            sn = sn.shiftRight(1);
        }
        return sn.signum() == 0 ? Optional.of(new Roots(fr, sr)) : Optional.empty();
    }
}
