package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One update of an incident or a maintenance.
 *
 * @param displayAt the instant that the page shows for it
 * @param affectedComponents what it tells of components; absent when it tells nothing
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StatuspageUpdate(
        String id,
        String status,
        String body,
        String incidentId,
        Instant createdAt,
        Instant updatedAt,
        Instant displayAt,
        @Nullable List<StatuspageEffect> affectedComponents,
        boolean deliverNotifications,
        @Nullable String customTweet,
        @Nullable String tweetId) {
    public StatuspageUpdate {
        affectedComponents = affectedComponents == null ? null : List.copyOf(affectedComponents);
    }

    List<StatuspageEffect> effects() {
        return affectedComponents == null ? List.of() : affectedComponents;
    }
}
