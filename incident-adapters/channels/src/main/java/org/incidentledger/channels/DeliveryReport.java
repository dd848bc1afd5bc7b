package org.incidentledger.channels;

import org.jspecify.annotations.Nullable;

/**
 * What became of a notification on one channel.
 *
 * @param delivered recipients that were reached
 * @param failed recipients that were not and will not be reached; at least 1 when the channel itself failed
 * @param total recipients meant to be reached, when that is known
 * @param outcome one line for the audit trail, without addresses
 */
public record DeliveryReport(
        long delivered, long failed, @Nullable Long total, String outcome) {
    /** Whether anything went wrong. */
    public boolean hasFailed() {
        return failed > 0;
    }
}
