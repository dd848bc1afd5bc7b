package org.incidentledger.web.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a report has come.
 *
 * @param publicPath the page of what became of it, below the root of the site, once that is public
 */
public record FollowUp(
        String reference,
        Instant received,
        @Nullable Instant taken,
        @Nullable Instant ended,
        @Nullable Instant dismissed,
        @Nullable String publicPath) {}
