package org.incidentledger.sealing;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.SealedStore;
import org.incidentledger.core.ledger.SubjectFilter;
import org.incidentledger.core.sealing.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * Subjects about which nothing was ever sealed, so that nobody needs to look for their keys: whoever is not a stranger is in a
 * {@link SubjectFilter}. A stranger who is in it by chance costs a look-up. One to whom another process gave a key meanwhile is found
 * out when the ledger refuses a second one; where that happens often, nobody is a stranger any more. Safe for use by many threads.
 */
final class Strangers {
    /** A process that seals now and then is not worth reading all keys. */
    private static final int LOOK_UPS_IN_VAIN = 200;

    private static final int MISTAKES = 16;
    private static final int MAX_KEYS = 100_000;
    private static final int PAGE_KEYS = 500;

    private final SealedStore store;
    private final AtomicInteger inVain = new AtomicInteger();
    private final AtomicInteger mistakes = new AtomicInteger();
    private final AtomicBoolean begun = new AtomicBoolean();

    private volatile @Nullable SubjectFilter acquainted;
    private volatile boolean complete;

    Strangers(SealedStore store) {
        this.store = store;
    }

    boolean include(ActorRef subject) {
        SubjectFilter known = acquainted;
        return known != null && complete && !known.mayContain(subject);
    }

    /** The subject gets a key. */
    void meet(ActorRef subject) {
        SubjectFilter known = acquainted;
        if (known != null) {
            known.add(subject);
        }
    }

    /** Somebody was asked for the key of a subject, and it has none. Reads all keys once that has been in vain often enough. */
    void lookedUpInVain() {
        if (inVain.incrementAndGet() >= LOOK_UPS_IN_VAIN && begun.compareAndSet(false, true)) {
            acquainted = new SubjectFilter();
            complete = meetAll();
        }
    }

    /** One who was taken for a stranger had a key. */
    void mistaken() {
        if (mistakes.incrementAndGet() == MISTAKES) {
            complete = false;
        }
    }

    /** @return whether they are few enough */
    private boolean meetAll() {
        long count = 0;
        List<WrappedKey> page = store.keys("", PAGE_KEYS);
        while (!page.isEmpty() && count <= MAX_KEYS) {
            page.forEach(key -> meet(key.subject()));
            count += page.size();
            page = store.keys(page.getLast().subject().value(), PAGE_KEYS);
        }
        return page.isEmpty();
    }
}
