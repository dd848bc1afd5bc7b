package org.incidentledger.core.ledger;

import java.util.concurrent.atomic.AtomicLongArray;
import org.incidentledger.core.decision.ActorRef;

/**
 * Which subjects were added, as a Bloom filter of a megabyte: it never denies one that was, and takes another for one with a
 * probability of one in eighty after 100,000 subjects, one in nine after a million. Safe for use by many threads; one that was added is
 * seen by every thread that is told so.
 */
public final class SubjectFilter {
    private static final int BITS = 1 << 23;

    private final AtomicLongArray words = new AtomicLongArray(BITS / Long.SIZE);

    /** Adds a subject; no harm if it was added before. */
    public void add(ActorRef subject) {
        int bit = bitOf(subject);
        words.accumulateAndGet(bit / Long.SIZE, 1L << bit, (before, added) -> before | added);
    }

    /** False only for a subject that was not added. */
    public boolean mayContain(ActorRef subject) {
        int bit = bitOf(subject);
        return (words.get(bit / Long.SIZE) & 1L << bit) != 0;
    }

    private static int bitOf(ActorRef subject) {
        int hash = subject.value().hashCode() * 0x9E3779B9;
        return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(BITS));
    }
}
