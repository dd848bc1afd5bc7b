package org.incidentledger.web.page;

import java.time.Instant;

/**
 * A moment of history.
 *
 * @param position of the last entry that counts
 * @param last the position of the last entry that there is
 * @param recordedAt when the entry at the position was recorded
 */
public record AsOf(long position, long last, Instant recordedAt) {
    long before() {
        return Math.max(0, position - 1);
    }

    long after() {
        return Math.min(last, position + 1);
    }
}
