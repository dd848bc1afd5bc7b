package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The page that a document speaks for.
 *
 * @param timeZone a name of the IANA time zone database
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StatuspagePage(
        String id,
        String name,
        @Nullable String url,
        String timeZone,
        @Nullable Instant updatedAt) {}
