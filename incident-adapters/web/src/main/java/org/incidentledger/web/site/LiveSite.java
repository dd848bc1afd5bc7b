package org.incidentledger.web.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.embedded.IncidentLedger;

/**
 * The public site of a ledger as it is now: within a tenth of a second of the views, and half a second of the minute. Safe for use by
 * many threads; one of its own follows the ledger until it is closed.
 */
public final class LiveSite implements AutoCloseable {
    private static final int PAGE_ENTRIES = 1_000;
    private static final Duration UNTIL_FAILURE_IS_OVER = Duration.ofSeconds(1);

    /** So long nobody looks for the next minute. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);

    /** When much is appended, so much at least goes into the site at a time. */
    private static final Duration BREATH = Duration.ofMillis(40);

    private static final int REHEARSED_ENTRIES = 300;
    private static final Duration PATIENCE_WITH_VIEWS = Duration.ofMinutes(10);

    private final IncidentLedger ledger;
    private final Clock clock;
    private final Consumer<String> notices;
    private final Thread follower;
    private SiteIndex index;
    private volatile PublicSite now;
    private volatile boolean closed;

    private LiveSite(IncidentLedger ledger, Clock clock, Consumer<String> notices) {
        this.ledger = ledger;
        this.clock = clock;
        this.notices = notices;
        long size = ledger.views().size();
        this.index = SiteIndex.load(SiteDocuments.of(ledger.views()), clock.instant());
        this.now = index.site(size, minute());
        this.follower = Thread.ofPlatform().name("incident-site").daemon().unstarted(this::follow);
    }

    /**
     * Waits until the views have taken in the whole ledger, reads them and follows from then on.
     *
     * @param notices told in one line when following fails; the site then stays as it is and tries again
     * @throws org.incidentledger.core.ledger.LedgerException when the views cannot be read
     */
    public static LiveSite follow(IncidentLedger ledger, Clock clock, Consumer<String> notices) {
        long size = ledger.head().size();
        if (size > 0) {
            ledger.await(size - 1, PATIENCE_WITH_VIEWS);
        }
        LiveSite site = new LiveSite(ledger, clock, notices);
        site.rehearse();
        site.follower.start();
        return site;
    }

    /** The site as it is now. */
    public PublicSite now() {
        return now;
    }

    /** Takes the newest entries in again, which changes nothing: the first new one is not to wait until the code for it is loaded. */
    private void rehearse() {
        long size = now.size();
        index.refresh(touched(Math.max(0, size - REHEARSED_ENTRIES), size));
        now = index.site(size, minute());
    }

    private void follow() {
        boolean failed = false;
        boolean restarted = false;
        while (!closed) {
            try {
                long size = ledger.awaitMore(now.size(), SiteDocuments.VIEWS, LOOK_AGAIN);
                // Views that are rebuilt begin anew: what they say until they are back is less than what is known.
                restarted |= size < now.size();
                if (size >= now.size()) {
                    update(size, restarted);
                    restarted = false;
                }
                failed = false;
                Thread.sleep(BREATH);
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException e) {
                if (!failed && !closed) {
                    notices.accept("the site stays as it was, the ledger cannot be read: " + e.getMessage());
                }
                failed = true;
                pause();
            }
        }
    }

    private void update(long size, boolean everything) {
        Instant minute = minute();
        if (everything || index.isStale(minute)) {
            index = SiteIndex.load(SiteDocuments.of(ledger.views()), minute);
        } else if (size == now.size() && minute.equals(now.at())) {
            return;
        } else {
            index.refresh(touched(now.size(), size));
        }
        now = index.site(size, minute);
    }

    private Set<String> touched(long from, long size) {
        Set<String> streams = new HashSet<>();
        for (long next = from; next < size; ) {
            List<StoredEntry> page = ledger.reader().read(next, (int) Math.min(PAGE_ENTRIES, size - next));
            page.forEach(entry -> streams.add(EntryFormat.read(entry).stream().toString()));
            next += page.size();
        }
        return streams;
    }

    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private void pause() {
        try {
            Thread.sleep(UNTIL_FAILURE_IS_OVER);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Ends the thread that follows; the site stays as it is. */
    @Override
    public void close() {
        closed = true;
        follower.interrupt();
        try {
            follower.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
