package org.incidentledger.projections.status;

import org.incidentledger.core.publication.ExternalRef;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of itself.
 *
 * @param timeZone a name of the IANA time zone database, such as {@code Europe/Berlin}
 */
public record Page(
        String name,
        @Nullable String url,
        String timeZone,
        @Nullable ExternalRef external) {}
